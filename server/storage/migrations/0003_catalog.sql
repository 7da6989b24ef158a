CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    price INTEGER NOT NULL,
    currency TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL,
    owner_id INTEGER REFERENCES user (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX product_sku ON product (sku) WHERE deleted_at IS NULL;
CREATE INDEX product_name ON product (name, id) WHERE deleted_at IS NULL;
CREATE INDEX product_price ON product (price, id) WHERE deleted_at IS NULL;
CREATE INDEX product_quantity ON product (quantity, id) WHERE deleted_at IS NULL;
CREATE INDEX product_updated ON product (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX product_owner ON product (owner_id, id);

CREATE TABLE stock_movement (
    id INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES product (id),
    difference INTEGER NOT NULL,
    reason TEXT NOT NULL,
    user_id INTEGER REFERENCES user (id),
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX stock_movement_product ON stock_movement (product_id, id);

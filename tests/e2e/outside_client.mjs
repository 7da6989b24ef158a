// A client that shares no code with Rialto: plain fetch and the npm package ws against a real server, by what the
// contract promises to outsiders. Usage: node outside_client.mjs PATH-OF-RIALTO-SERVER
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';

const skipped = 77; // what ctest takes for "not run"
const { default: WebSocket } = await import('ws').catch(() => {
    console.log('The npm package ws is not there; ./dev test fetches it.');
    process.exit(skipped);
});

const folder = mkdtempSync(`${tmpdir()}/rialto-outside-`);
const server = spawn(process.argv[2], ['serve', '--data', `${folder}/data`, '--port', '0', '--no-rate-limits'],
    { stdio: ['ignore', 'pipe', 'inherit'] });
const base = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
        const found = line.match(/^Rialto is listening on (http:\S+)$/);
        if (found)
            resolve(found[1]);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
});

async function call(verb, path, { token, body, headers = {} } = {}) {
    const answer = await fetch(path.startsWith('/') ? base + path : `${base}/api/v1/${path}`, {
        method: verb,
        headers: {
            ...(token && { Authorization: `Bearer ${token}` }),
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
            ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : null };
}

async function register(name) {
    const { status, json } = await call('POST', 'auth/register', { body: { name, password: 'correct horse battery' } });
    assert.equal(status, 201, JSON.stringify(json));
    return { token: json.accessToken, refreshToken: json.refreshToken, ...json.user };
}

// One WebSocket connection; frames() are all that came, in order.
class Live {
    static async open(token, resume) {
        const live = new Live();
        live.frames = [];
        live.waiting = [];
        live.nextId = 1;
        live.socket = new WebSocket(`${base.replace('http', 'ws')}/ws`);
        live.socket.on('message', (data) => {
            live.frames.push(JSON.parse(String(data)));
            live.waiting.forEach((check) => check());
        });
        await new Promise((resolve, reject) => live.socket.once('open', resolve).once('error', reject));
        live.started = await live.request('session.start', { token, ...(resume && { resume }) });
        return live;
    }

    async request(method, params, id = this.nextId++) {
        this.socket.send(JSON.stringify({ id, method, params }));
        const reply = await this.until((frame) => frame.id === id);
        return reply.error ? { error: reply.error } : reply.result;
    }

    until(matches, within = 5000) {
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`missing: ${matches}; came: ${JSON.stringify(this.frames)}`)), within);
            const check = () => {
                const frame = this.frames.find(matches);
                if (frame) {
                    clearTimeout(timer);
                    this.waiting = this.waiting.filter((other) => other !== check);
                    resolve(frame);
                }
            };
            this.waiting.push(check);
            check();
        });
    }

    indexOf(matches) { return this.frames.findIndex(matches); }
    close() { this.socket.terminate(); }
}

const posted = (text) => (frame) => frame.type === 'chat.messagePosted' && frame.data.text === text;
const steps = [];
const step = (name, run) => steps.push({ name, run });
let jane, karl, room;

step('two people register, names are unique whatever their case', async () => {
    jane = await register('jane');
    karl = await register('karl');
    assert.equal(jane.role, 'member');
    const again = await call('POST', 'auth/register', { body: { name: 'JANE', password: 'correct horse battery' } });
    assert.equal(again.status, 409);
    assert.match(again.headers.get('content-type'), /^application\/problem\+json/);
});

step('refusals name the code and the field', async () => {
    const short = await call('POST', 'auth/register', { body: { name: 'x', password: 'correct horse battery' } });
    assert.deepEqual([short.status, short.json.code, short.json.field], [422, 'invalid', 'name']);
    assert.equal((await call('GET', 'rooms')).status, 401);
    assert.equal((await call('GET', 'rooms/999999', { token: jane.token })).status, 404);
    const wrongVerb = await call('DELETE', 'auth/login', { token: jane.token });
    assert.equal(wrongVerb.status, 405);
    assert.ok(wrongVerb.headers.get('allow'));
});

step('a room is made, joined and listed', async () => {
    const made = await call('POST', 'rooms', { token: jane.token, body: { name: 'General' } });
    assert.equal(made.status, 201);
    room = made.json;
    assert.equal(room.visibility, 'public');
    const joined = await call('PUT', `rooms/${room.id}/members/${karl.id}`, { token: karl.token, body: {} });
    assert.equal(joined.status, 200);
    const { json: list } = await call('GET', 'rooms', { token: karl.token });
    assert.ok(list.items.some(({ id }) => id === room.id));
    assert.equal(list.nextCursor, null);
});

step('the reply leaves first, then the event, and everybody hears it', async () => {
    const [here, there] = [await Live.open(jane.token), await Live.open(karl.token)];
    const sent = await here.request('chat.send', { roomId: room.id, clientId: 'a-1', text: 'Ahoj 👋' });
    assert.equal(sent.authorId, jane.id);
    const heard = await there.until(posted('Ahoj 👋'));
    assert.deepEqual(heard.data, sent);
    assert.equal(heard.topic, `room:${room.id}`);
    await here.until(posted('Ahoj 👋'));
    assert.ok(here.indexOf(({ result }) => result?.clientId === 'a-1') < here.indexOf(posted('Ahoj 👋')));
    const again = await here.request('chat.send', { roomId: room.id, clientId: 'a-1', text: 'Ahoj 👋' });
    assert.deepEqual(again, sent);
    const other = await here.request('chat.send', { roomId: room.id, clientId: 'a-1', text: 'something else' });
    assert.equal(other.error.code, 'conflict');
    here.close();
    there.close();
});

step('ids are echoed, unknown methods and wrong parameters are refused in words', async () => {
    const live = await Live.open(jane.token);
    assert.ok(await live.request('session.ping', {}, 'short-string'));
    assert.ok((await live.request('chat.doSomething', {})).error.message);
    const { error } = await live.request('chat.send', { roomId: room.id, clientId: 'a-2' });
    assert.deepEqual([error.code, error.field], ['invalid', 'text']);
    live.close();
});

step('who was away gets what was missed, in order and once', async () => {
    const away = await Live.open(karl.token);
    const { epoch, seq } = away.started;
    away.close();
    for (let i = 1; i <= 20; ++i)
        await call('POST', `rooms/${room.id}/messages`, { token: jane.token, body: { text: `missed ${i}` }, headers: { 'Idempotency-Key': `m-${i}` } });
    const back = await Live.open(karl.token, { seq, epoch });
    assert.equal(back.started.snapshotRequired, false);
    await back.until(posted('missed 20'));
    const missed = back.frames.filter((frame) => frame.data?.text?.startsWith('missed'));
    assert.deepEqual(missed.map(({ data }) => data.text), Array.from({ length: 20 }, (_, i) => `missed ${i + 1}`));
    assert.ok(missed.every((frame, i) => i === 0 || frame.seq > missed[i - 1].seq));
    back.close();
    const stranger = await Live.open(karl.token, { seq, epoch: 'another' });
    assert.equal(stranger.started.snapshotRequired, true);
    stranger.close();
});

step('history is paged newest first by cursors', async () => {
    const first = await call('GET', `rooms/${room.id}/messages?limit=8`, { token: karl.token });
    assert.equal(first.json.items[0].text, 'missed 20');
    const texts = first.json.items.map(({ text }) => text);
    for (let cursor = first.json.nextCursor; cursor;) {
        const { json } = await call('GET', `rooms/${room.id}/messages?limit=8&before=${encodeURIComponent(cursor)}`, { token: karl.token });
        texts.push(...json.items.map(({ text }) => text));
        cursor = json.nextCursor;
    }
    assert.equal(texts.length, 21);
    assert.equal(new Set(texts).size, 21);
});

step('a product is changed by version, a stale change is refused with the current one', async () => {
    const live = await Live.open(karl.token);
    const body = { sku: 'TEA-1', name: 'Tea', price: 350, currency: 'EUR', quantity: 2.5 };
    const made = await call('POST', 'products', { token: jane.token, body, headers: { 'Idempotency-Key': 'p-1' } });
    assert.equal(made.status, 201);
    assert.deepEqual([made.json.quantity, made.json.unit, made.json.ownerId], [2.5, 'pcs', jane.id]);
    const path = `products/${made.json.id}`;
    const same = await call('POST', 'products', { token: jane.token, body, headers: { 'Idempotency-Key': 'p-1' } });
    assert.equal(same.json.id, made.json.id);
    const change = (extra, headers) => call('PATCH', path, { token: jane.token, body: { name: 'Green tea', ...extra }, headers });
    assert.equal((await change({})).status, 428);
    const changed = await change({ baseVersion: made.json.version });
    assert.equal(changed.status, 200);
    const stale = await change({ baseVersion: made.json.version });
    assert.deepEqual([stale.status, stale.json.current.version], [409, changed.json.version]);
    assert.equal((await change({}, { 'If-Match': `"${made.json.version}"` })).status, 412);
    const heard = await live.until(({ type }) => type === 'catalog.productChanged');
    assert.equal(heard.data.name, 'Green tea');
    assert.equal((await call('PATCH', path, { token: karl.token, body: { name: 'Mine', baseVersion: changed.json.version } })).status, 403);
    live.close();
});

step('a refresh token is good once and its repetition gives the same successor', async () => {
    const next = await call('POST', 'auth/refresh', { body: { refreshToken: karl.refreshToken } });
    assert.equal(next.status, 200);
    const repeated = await call('POST', 'auth/refresh', { body: { refreshToken: karl.refreshToken } });
    assert.equal(repeated.json.refreshToken, next.json.refreshToken);
    assert.equal((await call('POST', 'auth/logout', { body: { refreshToken: next.json.refreshToken } })).status, 204);
    assert.equal((await call('POST', 'auth/refresh', { body: { refreshToken: next.json.refreshToken } })).status, 401);
});

step('health and the documents need no token', async () => {
    assert.equal((await call('GET', '/healthz')).status, 200);
    assert.equal((await call('GET', '/readyz')).status, 200);
    const openapi = (await call('GET', '/openapi.json')).json;
    assert.match(openapi.openapi, /^3\.1/);
    for (const path of ['/healthz', '/api/v1/rooms/{roomId}/messages'])
        assert.ok(Object.keys(openapi.paths).some((known) => known === path || path.endsWith(known)), path);
    assert.match((await call('GET', '/asyncapi.json')).json.asyncapi, /^3\./);
});

let failed = 0;
try {
    for (const { name, run } of steps) {
        try {
            await run();
            console.log(`ok   ${name}`);
        } catch (error) {
            ++failed;
            console.log(`FAIL ${name}\n${error.stack}`);
        }
    }
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    assert.equal(await ended, 0, 'the server ends cleanly');
} finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

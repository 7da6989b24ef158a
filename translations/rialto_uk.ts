<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>Appearance</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cache</name>
    <message numerus="yes">
        <source>It was set aside and is fetched anew; %n unsent change(s) were kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The local copy of the data is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy of the data cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of Rialto wrote the local data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server did not accept a value. Check what you typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not understand the request. Update Rialto and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in any more. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not do this. Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Look at it again and repeat your change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large for the server. Send less at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was too fast. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and the network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s disk is full; nothing was saved. Tell an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>That was too fast. Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The profile “%1” is open in another window. Choose another one with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rialto: chat, catalogue and films for your local network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep account, cache and settings under this name (default: default).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server, e.g. http://localhost:3000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with this account name (needs --password-file).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the password from the first line of this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an option. See rialto --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--user and --password-file belong together.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductModel</name>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This product was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductWriter</name>
    <message>
        <source>This product has been stored meanwhile; open it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile&apos;s name has letters, digits, dots, hyphens and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address may begin with http://, https:// or rialto://, not with %1://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IPv6 address in brackets looks like [::1]:3000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many colons in this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is missing after the colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the address of the server, for example 192.168.1.5 or chat.local:3000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a host and a port are expected, for example chat.local:3000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the name or the address of a machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>Today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Message deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::AboutDialog</name>
    <message>
        <source>About Rialto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat, catalogue and films for your local network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rialto is free software under the GNU General Public License, version 3. Qt is used under the LGPL and GPL; the icons are from Lucide under the ISC licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ApiClient</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent something unreadable.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::CatalogPage</name>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first one; everybody on the server sees it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No products match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln product(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have changed this product and not saved it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody deleted this product while you were changing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product leaves the catalogue for everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this SKU is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved, %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::CertificateStrip</name>
    <message>
        <source>This server is not the one you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate has changed. Either it was installed anew, or somebody stands between you and it and would read your password. Ask its operator before you go on. Now it shows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You meet this server for the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It made its certificate itself. Compare these signs with those on the server&apos;s screen; they are asked for only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have asked: trust the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ChatPage</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This room is no longer there for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not told of news from it any more. A private room lets you in again only when somebody adds you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one on the left, or begin with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ClientApp</name>
    <message>
        <source>Rooms, messages and products kept on this computer are removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet will be lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server is not the one you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate has changed, so nothing is sent to it. Either it was installed anew, or somebody stands between you and it. Ask its operator; if all is well, sign out and sign in again to trust the new certificate.

Until now: %1

Now: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::Composer</name>
    <message>
        <source>Editing a message. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ConflictDialog</name>
    <message>
        <source>“%1” was changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this product before your change arrived. Choose for each value what shall stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, mine: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ConnectionBanner</name>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Offline, trying again in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::JumpButton</name>
    <message>
        <source>To the newest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::MainWindow</name>
    <message>
        <source>%1 – Rialto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Rialto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::NewRoomDialog</name>
    <message>
        <source>New room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private: only people who are added see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic (may be left empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name for the room.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::PersonDialog</name>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ProductFilter</name>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ProductForm</name>
    <message>
        <source>The description is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number with at most three decimal places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three letters, e.g. UAH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an amount, e.g. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ProductPane</name>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here. It is sent when the connection is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this product before your change arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change was not accepted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this product while you were typing. Saving shows both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the person who added it and managers may change this product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added by %1. Changed %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a deleted user</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::RestClient</name>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like a Rialto server (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::RoomDelegate</name>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other public rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::RoomHeader</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Room menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::RoomListPane</name>
    <message>
        <source>New room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New room or message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search rooms (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::RoomPane</name>
    <message>
        <source>Guests read here; ask an administrator for an account that may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are looking at this room from outside. Join it to write and to be told of news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message. It will be sent when the connection is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages appear here when the connection is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been written here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is too long. Send it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It disappears for everybody and cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for everyone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the two of you read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person to the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::ServerPane</name>
    <message>
        <source>This is not an address. Type a name or a number, for example 10.0.0.5:3000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those you have signed in to from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or address, e.g. 10.0.0.5:3000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::Session</name>
    <message>
        <source>The connection to the server was lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::SignInForm</name>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type your account name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use 2 to 32 letters, digits, dots, hyphens or underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name and password do not match. Check the keyboard layout and Caps Lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server takes new people by invitation. Type the code you were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server takes no new accounts. Ask its operator for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an account on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name that others see (may be left empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already have an account?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First time here?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::SignInPage</name>
    <message>
        <source>Type the address of a server first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::Socket</name>
    <message>
        <source>No server answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s name cannot be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to the server&apos;s network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not the trusted one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::SyncClient</name>
    <message>
        <source>The server ended this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::TimelineView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rialto::UserDirectory</name>
    <message>
        <source>Deleted user</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

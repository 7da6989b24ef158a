// A broadcast server on the npm package ws: whatever one connection says, every connection hears. It knows no accounts and
// stores nothing, which makes it the least that a chat server on Node could do. Listens on loopback, prints its port.
import { createRequire } from 'node:module';

const { WebSocketServer, WebSocket } = createRequire(new URL('../../e2e/package.json', import.meta.url))('ws');

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, backlog: 4096, perMessageDeflate: false });
server.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => {
        for (const client of server.clients) {
            if (client.readyState === WebSocket.OPEN)
                client.send(data, { binary: isBinary });
        }
    });
});
server.on('listening', () => console.log(`listening on ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));

// The measures behind ./dev bench: Rialto against peers on the same machine in the same run. Every figure is a ratio, since
// machines are noisy; a target is the ratio that has to be reached. The client has no peer: its figures are what a person
// waits for, so that they say something of a quiet machine only. Usage: node tests/bench/run.mjs [SCENARIO...]
import { spawn, execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = (name) => `${root}build/release/bin/${name}`;
const run = promisify(execFile);
const historyMessages = 1_000_000;

const started = [];
mkdirSync(`${root}build/bench`, { recursive: true });
const folder = mkdtempSync(`${root}build/bench/run-`);

// Starts a program and waits for the line that says where it listens.
async function start(file, args, listening) {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    started.push(child);
    for await (const line of createInterface({ input: child.stdout })) {
        const found = line.match(listening);
        if (found)
            return { url: `http://127.0.0.1:${found[1]}`, pid: child.pid, stop: () => stop(child) };
    }
    throw new Error(`${file} did not start`);
}

function stop(child) {
    if (child.exitCode !== null || child.signalCode !== null)
        return Promise.resolve();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    return ended;
}

const startServer = (data) => start(program('rialto-server'),
    ['serve', '--data', data, '--host', '127.0.0.1', '--port', '0', '--no-rate-limits'], /^Rialto is listening on .*:(\d+)$/);
const startNode = () => start(process.execPath, [`${root}tests/bench/peers/ws-broadcast.mjs`], /^listening on (\d+)$/);

async function load(server, scenario, ...args) {
    const { stdout } = await run(program('rialto-load'),
        [scenario, '--server', server.url, '--server-pid', String(server.pid), '--json', ...args]);
    return JSON.parse(stdout);
}

async function raw(group) {
    return JSON.parse((await run(program('rialto-raw-commit'), [folder, String(group), '2'])).stdout);
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// A disk changes its mood within seconds, so that both sides take turns; the round with the middle ratio counts.
async function inTurns(ours, reference) {
    const rounds = [];
    for (let i = 0; i < 3; ++i) {
        const there = await reference();
        const here = await ours();
        rounds.push({ here, there, ratio: here.value / there.value });
    }
    return rounds.find(({ ratio }) => ratio === middle(rounds.map((round) => round.ratio)));
}

const results = [];
// `better` tells whether a ratio above ('more') or below ('less') the target is the good one.
function result(what, ours, reference, unit, target, better) {
    const ratio = ours / reference;
    results.push({ what, ours, reference, unit, ratio, target, better, reached: better === 'more' ? ratio >= target : ratio <= target });
}

const people = ['--connections', '64', '--people', '64', '--rooms', '64', '--senders', '64', '--finish', 'acked',
    '--seconds', '4'];
const crowd = (senders) => ['--connections', '1000', '--senders', String(senders), '--seconds', '6'];

const scenarios = {
    // 64 people, each in a room of their own, so that what is measured is storing and acknowledging.
    async acks() {
        const server = await startServer(`${folder}/acks`);
        for (const [inFlight, group] of [[1, 64], [4, 256]]) {
            const { here, there } = await inTurns(
                async () => ({ value: (await load(server, 'chat', ...people, '--in-flight', String(inFlight))).acksPerSecond }),
                async () => ({ value: (await raw(group)).messagesPerSecond }));
            result(`durable acks, 64 clients, ${inFlight} in flight each : raw groups of ${group}`, here.value, there.value, '/s', 0.5, 'more');
        }
        await server.stop();
    },

    // Everything is stored and acknowledged here; the peer stores nothing.
    async fanout() {
        const node = await startNode();
        const nodeMany = await load(node, 'plain', ...crowd(30), '--size', '120');
        const nodeOne = await load(node, 'plain', ...crowd(1), '--size', '120');
        await node.stop();
        const server = await startServer(`${folder}/fanout`);
        const many = await load(server, 'chat', ...crowd(30));
        const one = await load(server, 'chat', ...crowd(1));
        await server.stop();
        result('deliveries, 1,000 clients, 30 in flight : Node ws', many.deliveriesPerSecond, nodeMany.deliveriesPerSecond, '/s', 5, 'more');
        result('deliveries, 1,000 clients, 1 in flight : Node ws', one.deliveriesPerSecond, nodeOne.deliveriesPerSecond, '/s', 1, 'more');
        note('memory of an idle connection', `${(many.serverBytesPerConnection / 1024).toFixed(1)} KiB`);
        note('processor time of a delivery, 30 in flight', `${many.serverMicroseconds.toFixed(2)} us (Node ws ${nodeMany.serverMicroseconds.toFixed(2)} us)`);
    },

    async lone() {
        const server = await startServer(`${folder}/lone`);
        const { here, there } = await inTurns(
            async () => {
                const { ackP50, ackP99 } = await load(server, 'chat', '--connections', '1', '--finish', 'acked', '--seconds', '3');
                return { value: ackP50, ackP99 };
            },
            async () => ({ value: (await raw(1)).commitP50 }));
        await server.stop();
        result('p50 of a lone send : a raw lone commit', here.value, there.value, 'ms', 3, 'less');
        note('p99 of a lone send', `${here.ackP99.toFixed(2)} ms`);
    },

    async history() {
        const data = `${folder}/history`;
        const server = await seededServer(data);
        const figures = await load(server, 'history', '--user', 'olena', '--password-file', `${data}/demo-password`, '--room', '1');
        await server.stop();
        result(`p50 of a history page over REST, ${historyMessages.toLocaleString('en')} messages : 1 ms`, figures.pageP50, 1, 'ms', 1, 'less');
        note('p99 of a history page', `${figures.pageP99.toFixed(2)} ms`);
    },

    hostile,
    client,
};

// The latency of people who talk while others hold on to their connections, a thousand too slow and a thousand deaf.
async function hostile() {
    const server = await startServer(`${folder}/hostile`);
    const p99 = async () => {
        const values = [];
        for (let i = 0; i < 3; ++i)
            values.push((await load(server, 'chat', '--connections', '20', '--senders', '4', '--rate', '200',
                '--seconds', '4')).deliveryP99);
        return middle(values);
    };
    const alone = await p99();
    const crowdOf = (...members) => start(program('rialto-crowd'), ['--server', server.url, '--seconds', '60', ...members], /^(ready)$/);
    const crowd = await crowdOf('--slow', '1000', '--deaf-http', '500', '--deaf-websocket', '500');
    const crowded = await p99();
    const memory = (await load(server, 'chat', '--connections', '1', '--seconds', '1')).serverMebibytes;
    await crowd.stop();
    await server.stop();
    result('p99 of a delivery, 1,000 slow and 1,000 deaf connections : alone', crowded, alone, 'ms', 2, 'less');
    note('memory with the crowd', `${memory.toFixed(0)} MiB`);
}

// The client's own figures: its real window over a cache of a million messages, painted by the processor into memory
// (the offscreen platform), so that a graphics card has no part in it. Then the server's search over as many.
async function client() {
    const figures = (...args) => run(program('rialto-client-figures'), args, { env: offscreen, maxBuffer: 1 << 24 })
        .then(({ stdout }) => JSON.parse(stdout));
    console.log(`  load of the machine before it: ${loadavg()[0].toFixed(2)}, processors: ${cpus().length}`);
    const profile = `${folder}/client`;
    mkdirSync(profile);
    const filled = await figures('fill', profile, String(historyMessages));
    absolute(`A client with ${historyMessages.toLocaleString('en')} cached messages in a room, painting in software, not connected`,
        [...await figures('measure', profile), ...await figures('start', profile), ...filled]);
    const data = `${folder}/search`;
    const server = await seededServer(data);
    const searched = await searchServer(server, data, await figures('queries'));
    const idle = await figures('connected', `${folder}/connected`, '--server', server.url, '--user', 'olena',
        '--password-file', `${data}/demo-password`);
    await server.stop();
    absolute('A client that is connected', idle);
    absolute(`GET search of a server with ${historyMessages.toLocaleString('en')} messages, one request after another`, searched);
}

// No display, no desktop that is told of anything, no glib: the same everywhere.
const offscreen = { ...process.env, QT_QPA_PLATFORM: 'offscreen', QT_NO_GLIB: '1',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };

async function searchServer(server, data, kinds) {
    const password = readFileSync(`${data}/demo-password`, 'utf8').trim();
    const call = async (path, options) => {
        const answer = await fetch(`${server.url}/api/v1/${path}`, options);
        if (!answer.ok)
            throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
    };
    const { accessToken } = await call('auth/login', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'olena', password }) });
    const find = (q) => call(`search?limit=50&q=${encodeURIComponent(q)}`, { headers: { authorization: `Bearer ${accessToken}` } });
    const indexing = await untilIndexed(find);
    const rows = [{ what: 'putting a million messages into the index after the start', value: indexing, unit: 's' }];
    const all = [];
    for (const { name, queries, hasTarget } of kinds) {
        const times = [];
        for (const query of queries) {
            const begun = performance.now();
            await find(query);
            times.push(performance.now() - begun);
        }
        if (hasTarget)
            all.push(...times);
        rows.push(...percentiles(`search, ${name}`, times, hasTarget ? searchTarget : undefined));
    }
    return [...rows, ...percentiles('search, all of them', all, searchTarget)];
}

// A search that finds nothing has no second page only when no message is left to be looked at one by one.
async function untilIndexed(find) {
    const begun = performance.now();
    const isThere = async () => {
        const { nextCursor, items } = await find('"qxz nobody wrote this"');
        return items.length === 0 && !nextCursor;
    };
    while (!await isThere())
        await new Promise((resolve) => setTimeout(resolve, 200));
    return (performance.now() - begun) / 1000;
}

const searchTarget = 50;
const share = (values, part) => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(part * values.length) - 1)];
const percentiles = (what, times, target) => [[0.5, `p50 of ${times.length}`], [0.95, 'p95']].map(([part, words]) =>
    ({ what: `${what}, ${words}`, value: share(times, part), unit: 'ms', target }));

async function seededServer(data) {
    await run(program('rialto-server'), ['demo', '--data', data]);
    const database = readdirSync(data).find((name) => name.endsWith('.db'));
    await run(program('rialto-seed-messages'), [`${data}/${database}`, String(historyMessages)]);
    return startServer(data);
}

const notes = [];
const tables = [];
function note(what, text) {
    notes.push(`${what.padEnd(66)} ${text}`);
}

function written(value) {
    return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(3);
}

function printResults() {
    console.log(`\n${'measure : reference'.padEnd(66)} ${'Rialto'.padStart(12)} ${'reference'.padStart(12)}    ${'ratio'.padStart(7)}  target`);
    for (const { what, ours, reference, unit, ratio, target, better, reached } of results) {
        const bound = `${better === 'more' ? '>=' : '<='} ${target}`;
        console.log(`${what.padEnd(66)} ${written(ours).padStart(12)} ${written(reference).padStart(12)} ${unit} ${ratio.toFixed(2).padStart(7)}  ${bound} ${reached ? 'reached' : 'NOT REACHED'}`);
    }
    console.log(notes.join('\n'));
}

// Figures that stand for themselves: [{what, value, unit, target}]; a target is the most that it may be.
function absolute(title, rows) {
    tables.push({ title, rows });
}

function printTables() {
    for (const { title, rows } of tables) {
        console.log(`\n${title}`);
        for (const { what, value, unit, target } of rows) {
            const judged = target === undefined ? '' : `<= ${target} ${value <= target ? 'reached' : 'NOT REACHED'}`;
            console.log(`${what.padEnd(90)} ${value.toFixed(2).padStart(12)} ${unit.padEnd(5)} ${judged}`.trimEnd());
        }
    }
}

const wanted = process.argv.slice(2).filter((name) => name !== 'all');
const unknown = wanted.find((name) => !(name in scenarios));
try {
    if (unknown)
        throw new Error(`Unknown scenario ${unknown}: ${Object.keys(scenarios).join(', ')} or all.`);
    for (const name of wanted.length > 0 ? wanted : Object.keys(scenarios)) {
        console.log(`measuring ${name} ...`);
        await scenarios[name]();
    }
    if (results.length > 0)
        printResults();
    printTables();
} catch (error) {
    console.error(error.stderr || error.message);
    process.exitCode = 1;
} finally {
    await Promise.all(started.map(stop));
    rmSync(folder, { recursive: true, force: true });
}

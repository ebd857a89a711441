export const id = 569;
export const ids = [569];
export const modules = {

/***/ 569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  savePackages: () => (/* binding */ savePackages)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./src/domain/redact.ts
const scheme = /\b[a-z][a-z\d+.-]{0,20}:\/\//.source;
const credentials = new RegExp(`(${scheme})[^\\s/?#]*@`, 'gi');
/** Without the punctuation that a sentence puts behind an address. */
const query = new RegExp(`(${scheme}[^\\s?#'"<>]*\\?)([^\\s#'"<>]*?)(?=[:;,.)]*(?:[\\s#'"<>]|$))`, 'gi');
/**
 * A text that may be printed: credentials in addresses are left out, and so are the values of their
 * queries, as there is no telling a signature or a token from a mere number.
 */
function redact(text) {
    return text
        .replace(credentials, '$1***@')
        .replace(query, (_, address, values) => {
        const parts = values.split('&').map(part => part.replace(/^([^=]*=)?.*$/, '$1***'));
        return address + parts.join('&');
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(500);
;// CONCATENATED MODULE: ./src/io/files.ts




/** Windows refuses these for as long as a virus scanner or an indexer holds a file open. */
const busyCodes = new Set(['EPERM', 'EBUSY', 'EACCES']);
const busyAttempts = 8;
const busyDelayMs = 50;
/**
 * Renames a file or folder within one volume, with the patience that Windows needs; with none where a
 * folder has the name already, as Windows renames nothing onto one, however long it takes.
 */
async function renamePatiently(from, to, platform = process.platform) {
    for (let attempt = 1;; attempt++) {
        try {
            return await rename(from, to);
        }
        catch (error) {
            const busy = platform === 'win32' && busyCodes.has(errorCode(error) ?? '');
            if (!busy || attempt === busyAttempts || (await isFolder(to)))
                throw error;
            await sleep(busyDelayMs * 2 ** (attempt - 1));
        }
    }
}
async function isFolder(name) {
    return await stat(name).then(found => found.isDirectory(), () => false);
}
/**
 * Moves a file or tree to a place where nothing is. To another volume it is copied beside that place
 * first, with its links and times, so that it appears there whole.
 */
async function moveTree(from, to) {
    try {
        await renamePatiently(from, to);
    }
    catch (error) {
        if (errorCode(error) !== 'EXDEV')
            throw error;
        const copy = `${to}.${shortRandomName()}`;
        try {
            await cp(from, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
            await renamePatiently(copy, to);
        }
        catch (cause) {
            await removeTree(copy);
            throw cause;
        }
        await removeTree(from);
    }
}
/** Writes a file so that readers see the old text or the new one and nothing between. */
async function writeFileAtomically(file, text) {
    const temporary = `${file}.${randomUUID()}`;
    try {
        await writeFile(temporary, text);
        await renamePatiently(temporary, file);
    }
    catch (error) {
        await rm(temporary, { force: true });
        throw error;
    }
}
/** Removes a file or a tree, if it is there. */
async function removeTree(tree) {
    await (0,promises_.rm)(tree, { recursive: true, force: true, maxRetries: 5, retryDelay: busyDelayMs });
}
/** The system's code of an error (`ENOENT`), or `null` where it has none. */
function errorCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string'
        ? error.code
        : null;
}
/** A name that nobody else has, of eight characters: paths grow long, and Windows' programs take 259. */
function shortRandomName() {
    return randomUUID().slice(0, 8);
}
/** Whether a path is a folder or lies below it; both absolute. */
function isInside(folder, candidate, paths = (external_node_path_default())) {
    const relative = paths.relative(folder, candidate);
    return relative !== '..' && !relative.startsWith(`..${paths.sep}`) && !paths.isAbsolute(relative);
}
/** Whether its owner may run it: all of a mode that packing keeps on every system, whatever the umask. */
function isProgram(mode) {
    return process.platform !== 'win32' && (mode & 0o100) !== 0;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(474);
;// CONCATENATED MODULE: ./src/io/error-message.ts
/** What an error says; of what was thrown and is none, its text. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(698);
;// CONCATENATED MODULE: ./src/io/output.ts

const takers = new external_node_async_hooks_.AsyncLocalStorage();
let installed = false;
/**
 * Does work of a library that writes to stdout as it goes: `take` gets what that work writes, and
 * the log gets none of it. What is written at the same time by others, or by `take`, goes its
 * usual way.
 */
function captureOutput(take, work) {
    if (!installed)
        install();
    return takers.run(take, work);
}
/** Once for the process: the calls run side by side, and end in any order. */
function install() {
    installed = true;
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (chunk, ...rest) => {
        const take = takers.getStore();
        if (take === undefined)
            return write(chunk, ...rest);
        // What it makes of that, it may write itself.
        takers.exit(take, Buffer.from(chunk).toString());
        return true;
    };
}
/**
 * Resolves when the reader of stdout has taken everything, or is gone. A process that exits earlier
 * loses what does not fit into the pipe, and the last line is the one that matters most.
 */
async function drainOutput() {
    const { promise, resolve } = Promise.withResolvers();
    process.stdout.write('', () => resolve());
    await promise;
}
/** The lines of what a library wrote, its commands for the runner as plain text; pure. */
function readLines(text) {
    return text
        .split(/\r?\n/)
        .filter(line => line !== '' && !line.startsWith('::add-mask::'))
        .map(readLine);
}
function readLine(line) {
    const command = /^::(debug|notice|warning|error)::(.*)$/.exec(line);
    if (command === null)
        return { isDebug: false, text: line };
    const [, level, message = ''] = command;
    const text = message.replaceAll('%0D', '').replaceAll('%0A', ' ').replaceAll('%25', '%');
    return { isDebug: level === 'debug', text };
}

;// CONCATENATED MODULE: ./src/io/process-group.ts
/** Whether processes have groups here; Windows ends what a process has started with it (libuv's job). */
const hasGroups = process.platform !== 'win32';
/** What to start a process with, so that it has a group of its own. */
const ownGroup = { detached: hasGroups, windowsHide: true };
/** Ends a process that has a group of its own, and all that it has started; it may have ended already. */
function endGroup(pid) {
    try {
        process.kill(hasGroups ? -pid : pid, 'SIGKILL');
    }
    catch {
        // It has just ended by itself.
    }
}

;// CONCATENATED MODULE: ./src/io/waiting.ts
/** More often than any limit is passed, and seldom enough to cost nothing. */
const stepMs = 250;
/**
 * A meter of the time, in milliseconds, that this process has waited for others since it was read
 * last, but at most `mostMs`. What it had to do itself does not count, nor does the time in which
 * it had no processor or its machine slept: nobody else is to blame for those.
 */
function createWaitMeter() {
    let before = performance.eventLoopUtilization().idle;
    return mostMs => {
        const { idle } = performance.eventLoopUtilization();
        const waitedMs = Math.min(idle - before, mostMs);
        before = idle;
        return waitedMs;
    };
}
/** Starts a limit of this many milliseconds of waiting; by itself it keeps no process alive. */
function startDeadline(limitMs) {
    const controller = new AbortController();
    const everyMs = Math.min(limitMs, stepMs);
    const read = createWaitMeter();
    let waitedMs = 0;
    const timer = setInterval(() => {
        waitedMs += read(everyMs);
        if (waitedMs < limitMs)
            return;
        clearInterval(timer);
        controller.abort();
    }, everyMs).unref();
    return {
        signal: controller.signal,
        refresh: () => {
            waitedMs = 0;
        },
        clear: () => clearInterval(timer),
    };
}

;// CONCATENATED MODULE: ./src/io/process-environment.ts
/** What a program needs to find its files and write temporary ones. */
const names = new Set([
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    // The runner looks for it in what a job leaves running, to end it.
    'RUNNER_TRACKING_ID',
]);
const windowsNames = new Set([
    ...names,
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'PATHEXT',
    'USERPROFILE',
    'USERNAME',
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'NUMBER_OF_PROCESSORS',
    'PROCESSOR_ARCHITECTURE',
]);
/**
 * Variables for programs whose complaints we read, and whose file names may be in any language:
 * English and UTF-8. Windows has no such variables, and macOS no language without a country.
 */
function plainLanguage(platform) {
    if (platform === 'win32')
        return {};
    return { LC_ALL: platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' };
}
/**
 * The variables that a child process gets: a list of what is allowed, so that the job's tokens,
 * inputs and `PYTHON*` settings stay outside without anyone having to think of their names.
 */
function childEnvironment(env, platform) {
    const isAllowed = (name) => platform === 'win32' ? windowsNames.has(name.toUpperCase()) : names.has(name);
    const allowed = { ...plainLanguage(platform) };
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && isAllowed(name))
            allowed[name] = value;
    }
    return allowed;
}
/** What this step has and a `run` step of the same job does not. */
const ownVariables = /^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_)/i;
/** The environment that a `run` step would have here: without our inputs, and the cache's token. */
function stepEnvironment(env) {
    const kept = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && !ownVariables.test(name))
            kept[name] = value;
    }
    return kept;
}

;// CONCATENATED MODULE: ./src/cache/client-environment.ts

/**
 * All that the cache client and its `tar` may see of the job. What is missing here is missing on
 * purpose: `TAR_OPTIONS` would change the archives, `RUNNER_DEBUG` would list every file of them.
 */
const passedOn = [
    ...['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'],
    ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_MODE', 'ACTIONS_ORCHESTRATION_ID'],
    ...['GITHUB_SERVER_URL', 'RUNNER_TRACKING_ID'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
    ...['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
    ...['PATH', 'HOME', 'TMPDIR'],
    ...['PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'PROGRAMFILES'],
    ...['TEMP', 'TMP', 'USERPROFILE'],
];
/** The variables of the cache process. */
function cacheEnvironment(env, own, platform = process.platform) {
    const variables = {};
    for (const [name, value] of Object.entries(env)) {
        // The process copies them into an object that distinguishes case on Windows too, where PATH is spelt Path.
        const spelling = platform === 'win32' ? name.toUpperCase() : name;
        if (value !== undefined && passedOn.includes(spelling))
            variables[spelling] = value;
    }
    return { ...variables, ...plainLanguage(platform), ...own };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
;// CONCATENATED MODULE: ./src/cache/own-folder.ts


/**
 * Makes the folder below `temp`. The library puts paths into commands without quotes, which are cut at
 * their spaces: where there are any, all paths are relative, and a link leads to the root. Its commands
 * run in the working directory or in a folder beside it, and what it is told has to mean the same
 * from both. Throws the system's error.
 */
function makeOwnFolder(root, temp) {
    if (!(0,external_node_fs_.existsSync)(root))
        (0,external_node_fs_.mkdirSync)(root, { recursive: true });
    const folder = (0,external_node_fs_.mkdtempSync)(external_node_path_default().join(temp, 'cache-'));
    // Its working directory is its root, unless a variable says otherwise.
    const direct = { path: folder, cwd: root, prefix: '', env: { RUNNER_TEMP: folder } };
    if (!/\s/.test((0,external_node_fs_.realpathSync)(root) + folder))
        return direct;
    const cwd = external_node_path_default().join(folder, 'cwd');
    (0,external_node_fs_.mkdirSync)(cwd);
    try {
        (0,external_node_fs_.symlinkSync)(root, external_node_path_default().join(cwd, 'root'), 'junction');
    }
    catch {
        // Windows has none that lead to the network.
        return direct;
    }
    const env = { RUNNER_TEMP: '..', GITHUB_WORKSPACE: '../cwd/root' };
    return { path: folder, cwd, prefix: 'root/', env };
}

;// CONCATENATED MODULE: ./src/cache/status.ts
/** As clauses for the log; `…` stands for the detail. */
const clauses = {
    mode: 'ACTIONS_CACHE_MODE is …',
    'read-denied': 'this run may not read the cache',
    'write-denied': 'this run may not write to the cache',
    unreachable: 'the cache service cannot be reached (…)',
    unavailable: 'the cache service answered …',
    silent: 'the cache service did not respond for … s',
    packing: 'tar was not ready after … s',
    client: 'the cache client says “…”',
    ended: 'the cache client has ended',
    closed: 'the cache is closed',
};
/** Whether the cache is no use to this job any more. */
function isOutage({ obstacle }) {
    return !isRefusal(obstacle) && obstacle !== 'client';
}
/** With the obstacle in words. */
function notDone(obstacle, detail = '') {
    const reason = clauses[obstacle].replace('…', () => String(detail));
    return { kind: isRefusal(obstacle) ? 'skipped' : 'failed', obstacle, reason };
}
function isRefusal(obstacle) {
    return ['mode', 'read-denied', 'write-denied'].includes(obstacle);
}

;// CONCATENATED MODULE: ./src/cache/result.ts

/** Reads a restore's end. The service takes every key for a prefix, and we only the one that is meant so. */
function toRestoreResult(keys, outcome, prefix) {
    const { lines, end } = outcome;
    if (end.kind === 'returned' && typeof end.value === 'string') {
        const key = end.value;
        const isWanted = keys.includes(key) || (prefix !== undefined && key.startsWith(prefix));
        return isWanted ? { kind: 'hit', key, sizeBytes: findSize(lines) } : { kind: 'miss' };
    }
    return obstacleOf(outcome) ?? { kind: 'miss' };
}
/** Reads a save's end. */
function toSaveResult(outcome) {
    const { lines, answer, end } = outcome;
    if (end.kind === 'returned' && end.value !== -1) {
        return { kind: 'saved', sizeBytes: findSize(lines) };
    }
    if (answer === 409 || findMatch(lines, /already exists/i))
        return { kind: 'exists' };
    return obstacleOf(outcome) ?? notDone('client', brief(lines.at(-1)));
}
/** What stood in the way of a call, or does so by now; `null` where nothing tells of it. */
function obstacleOf({ lines, answer, end }) {
    if (end.kind === 'lost')
        return end.why;
    if (end.kind === 'threw')
        return notDone('client', brief(end.message));
    const mode = findMatch(lines, /cache-mode '([\w-]*)' does not permit/)?.[1];
    if (mode !== undefined)
        return notDone('mode', mode);
    const denied = findMatch(lines, /cache (read|write) denied:/)?.[1];
    if (denied !== undefined)
        return notDone(denied === 'read' ? 'read-denied' : 'write-denied');
    if (typeof answer === 'string')
        return notDone('unreachable', answer);
    if (answer === 429 || (answer ?? 0) >= 500)
        return notDone('unavailable', answer ?? '');
    const complaint = findComplaint(lines);
    return complaint === null ? null : notDone('client', brief(complaint));
}
/** The key of the entry that the service has offered, whatever became of it then. */
function findOffered(lines) {
    return findMatch(lines, /^Cache hit for(?: restore-key)?: (.*)$/)?.[1] ?? null;
}
/** Whether a line says that there is an entry, to be fetched now. */
function isOffer(line) {
    return /^Archive path: /i.test(line);
}
/** The line that says most about a failure. */
function findComplaint(lines) {
    // That an archive cannot be deleted is what it says after any other failure.
    const failures = lines.filter(line => /^Failed to (?!delete archive)/.test(line));
    // The library calls every failed reservation a race, and tells those who debug the truth.
    const failure = failures.find(line => line.startsWith('Failed to reserve')) ?? failures.at(-1);
    // It may still be at it.
    if (failure === undefined)
        return lines.at(-1)?.match(/^Attempt .*/)?.[0] ?? null;
    const full = lines.find(line => /no space left on device/i.test(line));
    if (full !== undefined || !/ failed with exit code \d/.test(failure))
        return full ?? failure;
    const said = lines.slice(lines.findLastIndex(line => line.startsWith('[command]')) + 1);
    return said.find(line => /^\S+: \S/.test(line)) ?? failure;
}
function findMatch(lines, pattern) {
    for (const line of lines) {
        const match = pattern.exec(line);
        if (match !== null)
            return match;
    }
    return null;
}
function findSize(lines) {
    const size = findMatch(lines, /^(?:Cache Size: .*\(|File Size: )(\d+)/)?.[1];
    return size === undefined ? null : Number(size);
}
/** One line of a length that suits a log. */
function brief(text = 'nothing') {
    const line = text.trim().replaceAll(/\s+/g, ' ');
    return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

;// CONCATENATED MODULE: ./src/cache/silence.ts
/** How often the process sends one where the machine lets it. */
const beatMs = 250;
const usualDeadlines = {
    lookupMs: 10_000,
    transferMs: 60_000,
    packingMs: 600_000,
};
/** A call's silence one beat later; `isLookup`: the service has not said yet whether it has the entry. */
function afterBeat(before, beat, isLookup) {
    const { bytes, isPacking, waitedMs } = beat;
    const { id } = before;
    // Sent before the call was heard, and read after it was made: this process had no processor then.
    if (beat.lastId < id)
        return before;
    const phase = isLookup ? 'lookup' : isPacking ? 'packing' : 'transfer';
    // Retries move bytes as well, and a lookup is worth waiting for just so long.
    const isAlive = phase !== before.phase || (phase === 'transfer' && bytes !== before.bytes);
    return { id, phase, bytes, silentMs: isAlive ? 0 : before.silentMs + waitedMs };
}
/** The limit that a silence has passed, in ms; `null`: none yet. */
function passedLimit({ phase, silentMs }, deadlines) {
    const limits = {
        lookup: deadlines.lookupMs,
        transfer: deadlines.transferMs,
        packing: deadlines.packingMs,
    };
    return silentMs >= limits[phase] ? limits[phase] : null;
}

;// CONCATENATED MODULE: ./src/cache/client.ts













/** `cache-process.ts` beside this file, or `cache-process.js` beside the bundle. */
const script = external_node_path_default().join(import.meta.dirname, `cache-process${external_node_path_default().extname(import.meta.filename)}`);
/** Without any sign from the process, however slow the machine. */
const frozenMs = 120_000;
/** Starts the process; where that cannot be done, calls say why. */
function startClient({ root, temp, env, log, ...options }) {
    const deadlines = { ...usualDeadlines, ...options.deadlines };
    const pending = new Map();
    let refusal = null;
    let isStopped = false;
    let lastId = 0;
    let own = null;
    let child = null;
    try {
        own = makeOwnFolder(root, temp);
        child = startProcess(own, env);
    }
    catch (error) {
        refusal = notDone('client', messageOf(error));
    }
    const frozen = startDeadline(frozenMs);
    frozen.signal.addEventListener('abort', () => void stop(notDone('ended')), { once: true });
    const exited = child === null ? null : (0,external_node_events_.once)(child, 'exit').catch(() => { });
    child?.on('message', (message) => {
        frozen.refresh();
        if (message.kind === 'beat')
            for (const call of pending.values())
                count(call, message);
        else
            hear(message);
    });
    child?.once('error', error => void stop(notDone('client', error.message)));
    child?.once('exit', () => void stop(notDone('ended')));
    function hear(report) {
        const call = pending.get(report.id);
        if (call === undefined)
            return;
        if (report.kind === 'answered')
            call.answer = report.answer;
        else if (report.kind !== 'wrote')
            call.end(report);
        else {
            for (const { text } of readLines(report.text)) {
                call.lines.push(text);
                call.log(text);
                if (isOffer(text))
                    call.isLookup = false;
            }
        }
    }
    /** Silence of one call ends them all: none can be stopped alone, and none may write after its end. */
    function count(call, beat) {
        call.silence = afterBeat(call.silence, beat, call.isLookup);
        const limitMs = passedLimit(call.silence, deadlines);
        if (limitMs === null)
            return;
        const silent = notDone(call.silence.phase === 'packing' ? 'packing' : 'silent', limitMs / 1000);
        const sofar = { ...call, end: { kind: 'returned', value: undefined } };
        void stop(obstacleOf(sofar) ?? silent);
    }
    async function stop(why) {
        refusal ??= why;
        frozen.clear();
        if (child?.pid !== undefined && !isStopped)
            endGroup(child.pid);
        isStopped = true;
        for (const { end } of pending.values())
            end({ kind: 'lost', why });
        await exited;
    }
    return {
        call: async (call) => {
            const lines = [];
            if (child === null || refusal !== null) {
                const why = refusal ?? notDone('ended');
                return { lines, answer: null, end: { kind: 'lost', why } };
            }
            const id = ++lastId;
            const { promise, resolve } = Promise.withResolvers();
            const isLookup = call.kind === 'restore';
            const made = {
                lines,
                log: line => log(`${call.folders.join(', ')}: ${line}`),
                end: resolve,
                answer: null,
                isLookup,
                silence: { id, phase: isLookup ? 'lookup' : 'transfer', bytes: 0, silentMs: 0 },
            };
            pending.set(id, made);
            const folders = call.folders.map(folder => `${own?.prefix}${folder}`);
            child.send({ ...call, id, folders }, () => { });
            const end = await promise;
            pending.delete(id);
            return { lines, answer: made.answer, end };
        },
        close: async () => {
            await stop(notDone('closed'));
            if (own !== null)
                await removeTree(own.path);
        },
    };
}
function startProcess(own, env) {
    return (0,external_node_child_process_.fork)(script, [], {
        ...ownGroup,
        cwd: own.cwd,
        env: cacheEnvironment(env, own.env),
        execArgv: [],
        // What the library writes past our interception is for nobody.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
}

;// CONCATENATED MODULE: ./src/cache/store.ts






/** Starts the cache's process, which loads the library while the job does other things. */
function openStore(options) {
    const { root, temp = root, env, log, deadlines, signal } = options;
    const { service = { outage: null } } = options;
    const token = env.ACTIONS_RUNTIME_TOKEN;
    const show = (text) => redact(token ? text.replaceAll(token, '***') : text);
    const client = startClient({ root, temp, env, deadlines, log: line => log(show(line)) });
    const close = () => void client.close();
    signal.addEventListener('abort', close, { once: true });
    /** Keys that are taken: entries never change, a spoilt one no more than others. */
    const taken = new Set();
    function conclude(result) {
        if (!('obstacle' in result))
            return result;
        const { kind, obstacle } = result;
        const shown = { kind, obstacle, reason: show(result.reason) };
        if (isOutage(shown))
            service.outage = shown;
        return { ...result, ...shown };
    }
    return {
        restore: async (keys, restored, { prefix } = {}) => {
            if (service.outage !== null)
                return service.outage;
            const folders = [restored].flat();
            const asked = prefix === undefined ? keys : [...keys, prefix];
            const outcome = await client.call({ kind: 'restore', keys: asked, folders });
            const offered = findOffered(outcome.lines);
            if (offered !== null)
                taken.add(offered);
            const result = toRestoreResult(keys, outcome, prefix);
            // Half an entry, or one that only shares the beginning of its key with ours.
            if (result.kind !== 'hit') {
                for (const folder of folders)
                    await removeTree(external_node_path_default().join(root, folder)).catch(() => { });
            }
            return conclude(result);
        },
        save: async (key, saved) => {
            if (taken.has(key) || service.outage !== null)
                return { kind: 'needless' };
            return conclude(toSaveResult(await client.call({ kind: 'save', key, folders: [saved].flat() })));
        },
        close: async () => {
            signal.removeEventListener('abort', close);
            await client.close();
        },
    };
}

;// CONCATENATED MODULE: ./src/domain/errors.ts
/**
 * Everything that can end the step, one code a cause. A code is part of the product: it is in the
 * log and in the documentation.
 */
const errorCodes = (/* unused pure expression or super */ null && ([
    'INPUT_INVALID',
    'REQUEST_INVALID',
    'REQUEST_UNMATCHED',
    'VERSION_FILE_INVALID',
    'LIST_UNAVAILABLE',
    'LIST_INVALID',
    'DOWNLOAD_FAILED',
    'CHECKSUM_MISSING',
    'CHECKSUM_MISMATCH',
    'ATTESTATION_FAILED',
    'ARCHIVE_INVALID',
    'INTERPRETER_BROKEN',
    'MACHINE_LIMIT',
    'COMPILE_FAILED',
    'DISK_FAILED',
    'PIP_FAILED',
    'INSTALL_FAILED',
    'RUNNER_FILE_FAILED',
    'CANCELLED',
]));
/** What to do where a disk is full. */
const diskFullHint = 'Free space in the tool cache, or request fewer versions in this job.';
/** A failure we foresaw. Anything else that is thrown is a bug, and is reported as one. */
class ActionError extends Error {
    code;
    hint;
    constructor({ code, message, hint, cause }) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'ActionError';
        this.code = code;
        this.hint = hint;
    }
}

;// CONCATENATED MODULE: ./src/inputs/input-reader.ts

/** Reads inputs as the runner hands them over: `INPUT_` and the name in upper case. */
function inputReader(env) {
    const names = new Set();
    const read = (name) => {
        names.add(name);
        return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
    };
    return Object.assign(read, { names });
}
const yamlBooleans = new Map([
    ...['true', 'True', 'TRUE'].map(word => [word, true]),
    ...['false', 'False', 'FALSE'].map(word => [word, false]),
]);
/** A YAML 1.2 boolean; anything else is an `ActionError` that names the input. */
function parseBoolean(name, text) {
    const value = yamlBooleans.get(text);
    if (value === undefined)
        throw invalid(`The input ${name}`, text, 'true or false');
    return value;
}
const boolish = new Map([
    ...['1', 'true', 't', 'yes', 'y', 'on'].map(word => [word, true]),
    ...['0', 'false', 'f', 'no', 'n', 'off'].map(word => [word, false]),
]);
/** The booleans that uv accepts in its variables, `null` where the variable is unset or empty. */
function boolishVariable(env, name) {
    const text = env[name]?.trim() ?? '';
    if (text === '')
        return null;
    const value = boolish.get(text.toLowerCase());
    if (value === undefined)
        throw invalid(`The variable ${name}`, text, 'true or false');
    return value;
}
/** One of a few words; anything else is an `ActionError` that lists them. */
function parseWord(what, text, words) {
    const word = words.find(candidate => candidate === text);
    if (word === undefined)
        throw invalid(what, text, `one of ${words.join(', ')}`);
    return word;
}
/** The error for an input or variable that makes no sense. */
function invalid(what, text, expected) {
    return new ActionError({
        code: 'INPUT_INVALID',
        message: `${what} is ${JSON.stringify(text.slice(0, 100))}.`,
        hint: `Set it to ${expected}.`,
    });
}

;// CONCATENATED MODULE: ./src/inputs/patience.ts

/** The list's host has 2 of 15 s to itself. */
const headStartShare = 2 / 15;
/** Silences of this part of the time have the next source asked as well: of 60 s, 5 s. */
const stallShare = 1 / 12;
/** Reads the variables for slow networks, and for tests, which cannot wait for so long. */
function readPatience(env) {
    const httpMs = readMs('UV_HTTP_TIMEOUT', env, 1);
    const cacheMs = readMs('SETUP_MANAGED_PYTHON_CACHE_TIMEOUT', env, 1);
    const retryDelayMs = readMs('SETUP_MANAGED_PYTHON_RETRY_DELAY', env, 0);
    return {
        list: httpMs === null ? {} : { timeoutMs: httpMs },
        ...(httpMs === null ? {} : { headStartMs: httpMs * headStartShare }),
        download: {
            ...(httpMs === null ? {} : { stallMs: httpMs * stallShare, silenceMs: httpMs }),
            ...(retryDelayMs === null ? {} : { retryDelayMs }),
        },
        cache: cacheMs === null ? {} : { lookupMs: cacheMs, transferMs: cacheMs },
    };
}
/** A variable's whole seconds in milliseconds; `null` where it is unset or empty. */
function readMs(name, env, least) {
    const text = env[name]?.trim() ?? '';
    if (text === '')
        return null;
    if (!/^\d{1,6}$/.test(text) || Number(text) < least) {
        throw invalid(`The variable ${name}`, text, 'a whole number of seconds');
    }
    return Number(text) * 1000;
}

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(955);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __webpack_require__(701);
;// CONCATENATED MODULE: ./src/io/ask-tool.ts




/**
 * Starts a tool that the job brings along, without a shell, and hears what it says. Throws nothing but
 * the signal's reason.
 */
async function askTool(program, args, { env, cwd, timeoutMs, signal }) {
    const file = await (0,io/* which */.K7)(program, false).catch(() => '');
    if (file === '')
        return { kind: 'missing' };
    const options = { env: { ...env }, cwd, silent: true, ignoreReturnCode: true };
    const end = new AbortController();
    try {
        const answer = await Promise.race([
            (0,exec/* getExecOutput */.H)(`"${file}"`, [...args], options),
            (0,external_node_timers_promises_.setTimeout)(timeoutMs, null, { signal: AbortSignal.any([end.signal, signal]) }),
        ]);
        signal.throwIfAborted();
        if (answer === null)
            return failed(`did not answer within ${timeoutMs / 1000} s`);
        const { exitCode, stdout, stderr } = answer;
        if (exitCode === 0)
            return { kind: 'answered', text: stdout.trim() };
        const lastWords = (stderr.trim() || stdout.trim()).split('\n').at(-1)?.slice(0, 300);
        return failed([`ended with exit code ${exitCode}`, lastWords].filter(Boolean).join(': '));
    }
    catch (error) {
        signal.throwIfAborted();
        return failed(`cannot be started (${messageOf(error)})`);
    }
    finally {
        end.abort();
    }
}
function failed(reason) {
    return { kind: 'failed', reason };
}

;// CONCATENATED MODULE: ./src/io/signals.ts
/** Calls back when the runner asks the process to end, as it does for a cancelled job. */
function onStopSignal(stop) {
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, stop);
}

;// CONCATENATED MODULE: ./src/domain/package-manager.ts
/** The package managers whose caches can be kept. */
const packageManagers = ['pip', 'pipenv', 'poetry', 'uv', 'pdm'];
/** What each manager's cache has in it. */
const package_manager_cacheContents = {
    pip: 'downloads',
    pipenv: 'environments',
    poetry: 'environments',
    uv: 'downloads',
    pdm: 'downloads',
};
/**
 * The files that say what a manager installs, as patterns in a workspace. The first group of which
 * there is a file counts, setup-python's own first.
 */
const dependencyPatterns = {
    pip: [
        ['**/requirements.txt'],
        ['**/pyproject.toml'],
        ['**/pylock.toml', '**/pylock.*.toml'],
        ['**/setup.cfg', '**/setup.py'],
    ],
    pipenv: [['**/Pipfile.lock']],
    poetry: [['**/poetry.lock']],
    uv: [
        ['**/uv.lock'],
        ['**/pylock.toml', '**/pylock.*.toml'],
        ['**/requirements.txt'],
        ['**/pyproject.toml'],
        ['**/setup.cfg', '**/setup.py'],
    ],
    pdm: [['**/pdm.lock'], ['**/pylock.toml', '**/pylock.*.toml'], ['**/pyproject.toml']],
};

;// CONCATENATED MODULE: ./src/domain/parsed.ts
/** Whether something that was read from elsewhere is an object with fields. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether something that was read from elsewhere is a number that can count or measure. */
function isCount(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

;// CONCATENATED MODULE: ./src/domain/python.ts


const implementations = (/* unused pure expression or super */ null && (['cpython', 'pypy', 'graalpy', 'pyodide']));
const variants = (/* unused pure expression or super */ null && (['default', 'freethreaded', 'debug', 'freethreaded+debug']));
function isFreethreaded(variant) {
    return variant === 'freethreaded' || variant === 'freethreaded+debug';
}
function isDebug(variant) {
    return variant === 'debug' || variant === 'freethreaded+debug';
}
/** `t`, `d`, `td` or nothing: what CPython appends to its version, and people to their requests. */
function python_variantSuffix(variant) {
    return `${isFreethreaded(variant) ? 't' : ''}${isDebug(variant) ? 'd' : ''}`;
}
/** The name that is unique among all Pythons: `cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-debug`. */
function pythonId(python) {
    const { implementation, version, build, platform, variant } = python;
    const parts = [implementation, formatVersion(version), build, targetTriple(platform)];
    const marks = variant === 'default' ? [] : [variant];
    return [...parts, ...marks, ...marksOf(python)].join('-');
}
const asItComes = { pip: null, hashMode: null };
/** How an installation's name says that, at its end. */
function marksOf({ pip, hashMode }) {
    return [...(pip === null ? [] : [`pip${pip}`]), ...(hashMode === null ? [] : [hashMode])];
}
/** The implementations' names, for people. */
const implementationNames = {
    cpython: 'CPython',
    pypy: 'PyPy',
    graalpy: 'GraalPy',
    pyodide: 'Pyodide',
};
/** Where each implementation's builds come from, and faults of theirs are reported. */
const projects = {
    cpython: 'https://github.com/astral-sh/python-build-standalone',
    pypy: 'https://github.com/pypy/pypy',
    graalpy: 'https://github.com/oracle/graalpython',
    pyodide: 'https://github.com/pyodide/pyodide',
};
/** `CPython 3.13.15`, with the variant where it is not the default one: for people. */
function describePython({ implementation, version, variant }) {
    const suffix = variant === 'default' ? '' : ` ${variant}`;
    return `${implementationNames[implementation]} ${formatVersion(version)}${suffix}`;
}

;// CONCATENATED MODULE: ./src/io/digest.ts

/** The start of a text's SHA-256, in hexadecimal: what tells keys apart, and vouches for nothing. */
function digest_digest(text, length = 32) {
    return createHash('sha256').update(text).digest('hex').slice(0, length);
}

;// CONCATENATED MODULE: ./src/packages/key.ts




/** What all of these keys begin with. */
const keyStart = 'managed-python-packages-v1-';
/** The key of a cache of packages. */
function packageKey(parts) {
    const { manager, system, pythons, suffix, dependencies, environment } = parts;
    const downloads = cacheContents[manager] === 'downloads';
    const month = downloads ? parts.month : '';
    const abi = abiOf(pythons);
    const named = [
        ['manager', manager],
        ['system', system],
        ['Python', abi],
        ['suffix', suffix],
        ['month', month],
        ['dependency files', dependencies],
        ['interpreter', environment?.interpreters.join(', ') ?? ''],
        ['workspace', environment?.workspace ?? ''],
        ['folder', environment?.folders.join(', ') ?? ''],
        ['version', environment?.toolVersion ?? ''],
    ];
    const readable = [system, abi, suffix, month].filter(Boolean).map(clean).join('-');
    const prefix = `${keyStart}${manager}-${readable}-`;
    return {
        primary: `${prefix}${digest(JSON.stringify(named))}`,
        prefix: downloads ? prefix : null,
        lines: named.filter(([, text]) => text !== '').map(([part, text]) => `${part}: ${text}`),
    };
}
/**
 * What compiled packages are made for: `cpython3.13t`. Patches of a release share packages; of a
 * prerelease, no two builds do.
 */
function abiOf(pythons) {
    const names = pythons.map(python => {
        const { implementation, version, variant, build } = python;
        const { major, minor, prerelease } = version;
        const suffix = variantSuffix(variant);
        return prerelease === null
            ? `${implementation}${major}.${minor}${suffix}`
            : `${implementation}${formatVersion(version)}${suffix}+${build}`;
    });
    return [...new Set(names)].sort().join('_');
}
/** The service refuses keys of 512 characters, and commas separate them. */
function clean(part) {
    const name = part.replaceAll(/[^\w.+-]/g, '_');
    return name.length > 100 ? `${name.slice(0, 80)}_${digest(part, 16)}` : name;
}

;// CONCATENATED MODULE: ./src/packages/place.ts


/** Characters by which the cache's library would take a path for a pattern. */
const patternCharacters = /[*?[\]\\\n]|^[!#~]/;
/** Where these absolute folders are, or a clause that says why no entry can hold them. */
function placeOf(folders, paths = (external_node_path_default())) {
    const distinct = [...new Set(folders.map(folder => paths.resolve(folder)))].sort();
    const [first = paths.resolve('.')] = distinct;
    let root = paths.dirname(first);
    while (!distinct.every(folder => folder !== root && isInside(root, folder, paths))) {
        const parent = paths.dirname(root);
        if (parent === root)
            return { fault: `${distinct.join(' and ')} have no folder in common` };
        root = parent;
    }
    const names = distinct.map(folder => paths.relative(root, folder).replaceAll(paths.sep, '/'));
    const odd = names.find(name => patternCharacters.test(name));
    return odd === undefined
        ? { root, folders: names }
        : { fault: `the cache cannot hold a folder of the name ${odd}` };
}

;// CONCATENATED MODULE: ./src/packages/state.ts





/** The name that the runner keeps it under. */
const stateName = 'packages';
/** The state as a text. */
function formatState(state) {
    return JSON.stringify(state);
}
/** Reads what `formatState` wrote; `null` where it is anything else, by accident or by intent. */
function parseState(text) {
    const value = parseJson(text);
    if (!isObject(value) || !isObject(value.place))
        return null;
    const manager = packageManagers.find(name => name === value.manager);
    const { key, matched } = value;
    const { root, folders } = value.place;
    if (manager === undefined || !isKey(key, manager))
        return null;
    if (matched !== null && !isKey(matched, manager))
        return null;
    if (typeof root !== 'string' || !external_node_path_default().isAbsolute(root) || !isTexts(folders))
        return null;
    // Only what makes the same again was made by us.
    const place = placeOf(folders.map(folder => external_node_path_default().join(root, folder)));
    const same = JSON.stringify(place) === JSON.stringify({ root, folders });
    return same ? { manager, key, matched, place: { root, folders } } : null;
}
function isKey(value, manager) {
    if (typeof value !== 'string' || value.length > 512)
        return false;
    return value.startsWith(`${keyStart}${manager}-`) && /^[\w.+-]+$/.test(value);
}
function isTexts(value) {
    return Array.isArray(value) && value.length > 0 && value.every(each => typeof each === 'string');
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/report/format.ts
/** `11.1 MB`: decimal units, as download pages give them. */
function formatBytes(sizeBytes) {
    const [unit, divisor] = sizeBytes < 1e6 ? ['kB', 1e3] : sizeBytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
    return `${(sizeBytes / Number(divisor)).toFixed(1)} ${unit}`;
}
/** `0.4 s`, `1 min 12 s`. */
function formatDuration(ms) {
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `1,037 files`, `1 file`. */
function formatCount(count, noun, nouns = `${noun}s`) {
    return `${formatNumber(count)} ${count === 1 ? noun : nouns}`;
}
/** `1,037`. The system's own formatting takes 15 ms to get going. */
function formatNumber(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `37 MB/s`. */
function formatRate(sizeBytes, ms) {
    return `${formatBytes((sizeBytes / Math.max(ms, 1)) * 1000)}/s`;
}
/** Pads the cells of a table so that its columns stand below each other. */
function alignColumns(rows) {
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
    return rows.map(row => {
        return row
            .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
            .join('  ')
            .trimEnd();
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(975);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(264);
;// CONCATENATED MODULE: ./src/report/log.ts



/**
 * The log. What it shows may come from a list, an archive or a server, so nothing that is
 * written can begin a line of its own or be read as a command by the runner, and no address shows a
 * secret.
 */
const log = {
    info: (text) => core/* info */.pq(sanitize(text)),
    debug: (text) => core/* debug */.Yz(sanitize(text)),
    notice: (text) => core/* notice */.lm(sanitize(text)),
    warning: (text) => core/* warning */.$e(sanitize(text)),
    error: (text, title) => core/* error */.z3(sanitize(text), { title }),
    /** Secondary matter, dimmed where colours are shown. */
    aside: (text) => core/* info */.pq(`\u001b[2m${sanitize(text)}\u001b[22m`),
    /** Folds what is logged in the meantime under a title. */
    group: (title, work) => core/* group */.Os(sanitize(title), work),
};
/** More than any line of ours has; taking out escape sequences can take as long as the square of this. */
const longestLine = 8_000;
/** A text as one line of a sensible length that the runner reads as text. */
function sanitize(text) {
    const bounded = text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;
    return redact((0,external_node_util_.stripVTControlCharacters)(bounded))
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/^\s*::/, ' : :')
        .replaceAll('##[', '## [');
}

;// CONCATENATED MODULE: ./src/job/save-packages.ts














/** Long enough for a cache of some gigabytes. */
const pruneTimeoutMs = 120_000;
/**
 * Saves what the job's package manager has in its cache, as the step before the job noted down. What
 * stands in the way is a line in the log; never throws.
 */
async function savePackages(text, env) {
    const state = parseState(text);
    if (state === null)
        return log.info('Packages: not saved, as the state of the step is damaged');
    const controller = new AbortController();
    onStopSignal(() => controller.abort());
    const outcome = await save(state, env, controller.signal).catch((error) => {
        return `not saved: ${messageOf(error)}`;
    });
    log.info(`Packages (${state.manager}): ${outcome}`);
    await drainOutput();
}
/** What became of it, as a clause for the log. */
async function save({ manager, key, matched, place }, env, signal) {
    if (matched === key)
        return `nothing to save, as ${key} was restored`;
    const filled = await Promise.all(place.folders.map(name => isFilled(external_node_path_default().join(place.root, name))));
    const folders = place.folders.map(name => external_node_path_default().join(place.root, name)).join(', ');
    if (!filled.includes(true))
        return `nothing to save: ${folders} is not there, or empty`;
    if (manager === 'uv')
        await pruneUv(env, signal);
    const temp = await (0,promises_.mkdtemp)(external_node_path_default().join(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'managed-python-packages-'));
    const deadlines = readPatience(env).cache;
    const store = openStore({ root: place.root, temp, env, log: log.debug, deadlines, signal });
    const startedMs = performance.now();
    try {
        const result = await store.save(key, place.folders);
        switch (result.kind) {
            case 'saved': {
                const size = result.sizeBytes === null ? '' : ` ${formatBytes(result.sizeBytes)}`;
                return `saved${size} in ${formatDuration(performance.now() - startedMs)} as ${key}`;
            }
            case 'exists':
            case 'needless':
                return `not saved, as another job saved it first: ${key}`;
            case 'skipped':
            case 'failed':
                return `not saved: ${result.reason}`;
        }
    }
    finally {
        await store.close();
        await removeTree(temp).catch(() => { });
    }
}
async function isFilled(folder) {
    return (await (0,promises_.readdir)(folder).catch(() => [])).length > 0;
}
/** What the index has already built is faster to get from there, says uv. */
async function pruneUv(env, signal) {
    const options = {
        env: stepEnvironment(env),
        cwd: process.cwd(),
        timeoutMs: pruneTimeoutMs,
        signal,
    };
    const answer = await askTool('uv', ['cache', 'prune', '--ci'], options);
    if (answer.kind === 'failed')
        log.info(`uv cache prune ${answer.reason}: all of it is saved`);
    if (answer.kind === 'missing')
        log.info('uv is not on PATH any more: all of its cache is saved');
}


/***/ })

};

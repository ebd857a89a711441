export const id = 915;
export const ids = [915];
export const modules = {

/***/ 8250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ systemIdentity)
/* harmony export */ });
/** Systems whose minor releases run each other's binaries. */
const byMajor = new Set(['rhel', 'centos', 'rocky', 'almalinux', 'ol', 'fedora', 'amzn']);
/** macOS 11 came with Darwin 20; from macOS 26 on, which came with Darwin 25, they differ by one. */
function macosMajor(darwin) {
    return darwin >= 25 ? darwin + 1 : darwin - 9;
}
/**
 * The system as a part of cache keys, such as `ubuntu-24.04-gnu`, `macos-15` or `windows-26100`: what
 * binaries depend on, and not the weekly version of a runner's image. Pure.
 */
function systemIdentity({ nodePlatform, release, osRelease }, { libc }) {
    const numbers = release.split('.');
    if (nodePlatform === 'darwin')
        return `macos-${macosMajor(Number(numbers[0]))}`;
    if (nodePlatform === 'win32')
        return `windows-${numbers[2] ?? release}`;
    const id = field(osRelease, 'ID') || 'linux';
    const version = field(osRelease, 'VERSION_ID');
    const kept = byMajor.has(id) ? (version.split('.')[0] ?? '') : version;
    return [id, kept, libc].filter(Boolean).join('-');
}
function field(osRelease, name) {
    const value = new RegExp(`^${name}=(.*)$`, 'm').exec(osRelease)?.[1] ?? '';
    return value.trim().replaceAll(/^["']|["']$/g, '');
}


/***/ }),

/***/ 3889:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ol: () => (/* binding */ digestOf),
  AC: () => (/* binding */ findDependencyFiles),
  xO: () => (/* binding */ readInside)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/io/files.ts
var files = __webpack_require__(3839);
;// CONCATENATED MODULE: ./src/io/find-files.ts



/** Folders that hold what was installed, not what is to be, whatever a pattern says. */
const neverSearched = new Set(['.git', '.venv', 'node_modules', '__pycache__', '.tox', '.nox']);
/**
 * The files that patterns match, relative to the root, with `/`, sorted. Virtual environments are not
 * searched, nor links to folders; a link to a file counts where it stays inside of the root. Throws
 * what the file system throws of the root.
 */
async function findFiles(search) {
    const root = await (0,promises_.realpath)(search.root);
    const skipped = await Promise.all(search.skip.map(folder => (0,promises_.realpath)(folder).catch(() => folder)));
    const { included, excluded } = await compile(search);
    if (included.length === 0)
        return [];
    const found = [];
    const walk = async (folder, entries) => {
        // A virtual environment, whatever it is called.
        if (folder !== '' && entries.some(({ name }) => name === 'pyvenv.cfg'))
            return;
        for (const entry of entries) {
            const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
            const file = external_node_path_default().join(root, name);
            if (entry.isDirectory()) {
                if (neverSearched.has(entry.name) || skipped.includes(file))
                    continue;
                if (!included.some(pattern => pattern.match(name, true)))
                    continue;
                await walk(name, await (0,promises_.readdir)(file, { withFileTypes: true }).catch(() => []));
            }
            else if (included.some(pattern => pattern.match(name)) &&
                !excluded.some(pattern => pattern.match(name)) &&
                (entry.isFile() || (entry.isSymbolicLink() && (await isFileInside(root, file))))) {
                found.push(name);
            }
        }
    };
    await walk('', await (0,promises_.readdir)(root, { withFileTypes: true }));
    return found.sort();
}
async function isFileInside(root, link) {
    try {
        const target = await (0,promises_.realpath)(link);
        return (0,files/* isInside */.FK)(root, target) && (await (0,promises_.stat)(target)).isFile();
    }
    catch {
        return false;
    }
}
async function compile({ root, patterns }) {
    // Not needed by most jobs.
    const { Minimatch } = await __webpack_require__.e(/* import() */ 581).then(__webpack_require__.bind(__webpack_require__, 3581));
    const options = {
        dot: true,
        nobrace: true,
        nocomment: true,
        noext: true,
        nonegate: true,
        nocase: process.platform === 'win32',
    };
    const included = [];
    const excluded = [];
    for (const text of patterns) {
        const [, sign = '', rest = ''] = /^(!*)(.*)$/.exec(text) ?? [];
        const pattern = relativePattern(root, rest);
        if (pattern === null)
            continue;
        const list = sign.length % 2 === 0 ? included : excluded;
        for (const each of [pattern, `${pattern}/**`])
            list.push(new Minimatch(each, options));
    }
    return { included, excluded };
}
/** The pattern relative to the root; `null` where it leads out of it. */
function relativePattern(root, text) {
    const slashed = process.platform === 'win32' ? text.replaceAll('\\', '/') : text;
    const start = `${root.replaceAll('\\', '/')}/`;
    const inRoot = slashed.startsWith(start) ? slashed.slice(start.length) : slashed;
    const pattern = external_node_path_default().posix.normalize(inRoot).replace(/\/$/, '');
    const leadsOut = /^(\.\.(\/|$)|\/|~|[A-Za-z]:\/)/.test(pattern);
    return leadsOut || pattern === '.' ? null : pattern;
}

;// CONCATENATED MODULE: ./src/io/dependency-files.ts





/** No dependency file has a hundredth of this. */
const maxBytes = 32 * 1024 ** 2;
/**
 * The regular files of a workspace that match some of these patterns and none that begins with `!`,
 * each once, in the order of their names. A pattern is a glob from the workspace. Links that lead
 * out of the workspace are no files of it.
 */
async function findDependencyFiles(patterns, { workspace, skip }) {
    const root = await (0,promises_.realpath)(workspace);
    const names = await findFiles({ root: workspace, patterns, skip });
    const files = await Promise.all(names.map(name => readInside(root, name)));
    return files.filter(file => file !== null);
}
/** A file of the workspace by its name; `null` where it is not a regular file inside of it. */
async function readInside(root, name) {
    const file = await (0,promises_.realpath)(external_node_path_default().resolve(root, name)).catch(() => null);
    if (file === null || !(0,files/* isInside */.FK)(root, file))
        return null;
    const found = await (0,promises_.stat)(file);
    if (!found.isFile() || found.size > maxBytes)
        return null;
    return { name: name.replaceAll('\\', '/'), text: await (0,promises_.readFile)(file, 'utf8') };
}
/** SHA-256 over names and contents, whatever order the files were found in. */
function digestOf(files) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const { name, text } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const content = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
        hash.update(`${name}\0${content}\n`);
    }
    return hash.digest('hex').slice(0, 32);
}


/***/ }),

/***/ 915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareEnvironment: () => (/* binding */ prepareEnvironment)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/cache/policy.ts
var policy = __webpack_require__(4798);
// EXTERNAL MODULE: ./src/domain/layout.ts
var layout = __webpack_require__(9128);
// EXTERNAL MODULE: ./src/io/command.ts
var command = __webpack_require__(8029);
// EXTERNAL MODULE: ./src/io/error-message.ts
var error_message = __webpack_require__(476);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/io/files.ts
var files = __webpack_require__(3839);
;// CONCATENATED MODULE: ./src/io/survey-folder.ts




/**
 * Surveys a folder, without the entries at its root that are named in `except`. Synchronous: a few
 * thousand small calls take a fraction of the time that way. Throws what the file system throws.
 */
function surveyFolder(root, except = []) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const counts = { caches: 0, sizeBytes: 0 };
    const sources = [];
    for (const { name, entry, inCache } of walk(root)) {
        if (except.includes(name))
            continue;
        const { size, mode } = (0,external_node_fs_.lstatSync)(root + (external_node_path_default()).sep + name);
        counts.sizeBytes += size;
        if (inCache) {
            counts.caches += 1;
            continue;
        }
        const content = entry.isSymbolicLink() ? (0,external_node_fs_.readlinkSync)(root + (external_node_path_default()).sep + name) : String(size);
        hash.update(`${name.replaceAll('\\', '/')}\0${kindOf(entry)}${(0,files/* isProgram */.Vd)(mode) ? '+x' : ''} ${content}\n`);
        if (entry.isFile() && name.endsWith('.py'))
            sources.push({ path: name, sizeBytes: size });
    }
    return { digest: hash.digest('hex'), ...counts, sources };
}
/** All but folders, each folder's entries in the order of their names. */
function* walk(root, folder = '', inCache = false) {
    const entries = (0,external_node_fs_.readdirSync)(external_node_path_default().join(root, folder), { withFileTypes: true });
    const prefix = folder === '' ? '' : folder + (external_node_path_default()).sep;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const name = prefix + entry.name;
        if (entry.isDirectory())
            yield* walk(root, name, inCache || entry.name === '__pycache__');
        else
            yield { name, entry, inCache };
    }
}
function kindOf(entry) {
    return entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : 'other';
}

;// CONCATENATED MODULE: ./src/environment/layout.ts

/** The layout of the environment in a folder. */
function environmentLayout(folder, platform = process.platform) {
    const { join } = platform === 'win32' ? (external_node_path_default()).win32 : (external_node_path_default()).posix;
    const programs = join(folder, platform === 'win32' ? 'Scripts' : 'bin');
    return { programs, python: join(programs, platform === 'win32' ? 'python.exe' : 'python') };
}

// EXTERNAL MODULE: ./src/domain/parsed.ts
var domain_parsed = __webpack_require__(3607);
;// CONCATENATED MODULE: ./src/environment/record.ts




/** Its file's name, at the root of an environment. */
const recordName = '.managed-python-environment.json';
/** Writes an environment's record: the last thing that is done to it. */
async function writeRecord(folder, record) {
    await (0,files/* writeFileAtomically */.lo)(external_node_path_default().join(folder, recordName), `${JSON.stringify(record, null, 2)}\n`);
}
/** The record of an environment; `null` where there is none, or none that makes sense. */
async function readRecord(folder) {
    try {
        return parseRecord(JSON.parse(await (0,promises_.readFile)(external_node_path_default().join(folder, recordName), 'utf8')));
    }
    catch {
        return null;
    }
}
function parseRecord(value) {
    if (!(0,domain_parsed/* isObject */.G)(value))
        return null;
    const { key, digest, caches, installSeconds } = value;
    if (typeof key !== 'string' || typeof digest !== 'string')
        return null;
    return (0,domain_parsed/* isCount */.m)(caches) && (0,domain_parsed/* isCount */.m)(installSeconds) ? { key, digest, caches, installSeconds } : null;
}

;// CONCATENATED MODULE: ./src/environment/check.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







const startTimeoutMs = 60_000;
/**
 * Checks that an environment is whole, of this key and interpreter, and runs: its record if so, else
 * a clause that says what is wrong. Throws only the signal's reason.
 */
async function checkEnvironment(check) {
    const { folder, key, home, env, signal } = check;
    const record = await readRecord(folder);
    if (record === null)
        return { fault: 'it is not complete' };
    if (record.key !== key)
        return { fault: 'it was made for something else' };
    try {
        const found = readHome(await (0,promises_.readFile)(external_node_path_default().join(folder, 'pyvenv.cfg'), 'utf8'));
        if (found !== home)
            return { fault: `it belongs to the Python in ${found ?? 'no folder'}` };
        const stray = await findStrayProgram(folder);
        if (stray !== null)
            return { fault: `its program ${stray} belongs to another environment` };
        const { digest, caches } = surveyFolder(folder, [recordName]);
        if (digest !== record.digest)
            return { fault: 'its files are not those that were saved' };
        if (caches < record.caches)
            return { fault: 'bytecode is missing' };
        const { python } = environmentLayout(folder);
        const question = 'import sys; print(sys.prefix)';
        await (0,command/* runCommand */.d1)(python, ['-I', '-B', '-c', question], {
            env,
            signal,
            timeoutMs: startTimeoutMs,
        });
        return record;
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof command/* CommandError */.Qd)
            return { fault: `its Python ${(0,command/* explainCommand */.bn)(error)}` };
        return { fault: (0,error_message/* messageOf */.b)(error) };
    }
}
/** The folder of the interpreter that a `pyvenv.cfg` names; `null` where it names none. */
function readHome(configuration) {
    return /^\s*home\s*=\s*(.*?)\s*$/m.exec(configuration)?.[1] ?? null;
}
/** A program whose first line names a Python of elsewhere: the environment has been moved. */
async function findStrayProgram(folder) {
    const { programs } = environmentLayout(folder);
    for (const entry of await (0,promises_.readdir)(programs, { withFileTypes: true })) {
        if (!entry.isFile())
            continue;
        const interpreter = readInterpreter(await readStart(external_node_path_default().join(programs, entry.name)));
        if (interpreter !== null && external_node_path_default().dirname(interpreter) !== programs)
            return entry.name;
    }
    return null;
}
/**
 * The absolute path of a Python in a script's first line, or in its second one, where a shell has to start
 * what is too long for the first or has spaces; `null` where it names none.
 */
function readInterpreter(start) {
    const lines = /^#!(?:\s*\/bin\/sh\r?\n'''exec')?\s*"?(\/[^"\n]*?\/(?:python|pypy)[\w.]*)"?(?=\s)/;
    return lines.exec(start)?.[1] ?? null;
}
async function readStart(file) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const handle = __addDisposableResource(env_1, await (0,promises_.open)(file), true);
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
        return buffer.toString('latin1', 0, bytesRead);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./src/domain/errors.ts
var errors = __webpack_require__(241);
;// CONCATENATED MODULE: ./src/environment/location.ts




/**
 * Finds the folder that the input `environment` names, below the workspace or the runner's temporary
 * folder. Throws an `ActionError` where it is elsewhere, or holds what is no virtual environment:
 * an environment is rebuilt by removing its folder, and that must not hit anything else.
 */
async function locateEnvironment(text, { workspace, temp }) {
    const folder = await resolveParent(external_node_path_default().resolve(workspace, text));
    const roots = await Promise.all([workspace, temp].filter(Boolean).map(resolveParent));
    if (!roots.some(root => folder !== root && (0,files/* isInside */.FK)(root, folder))) {
        throw wrongLocation(text, 'it is not below the workspace or RUNNER_TEMP');
    }
    const occupant = await findOccupant(folder);
    if (occupant === null)
        throw wrongLocation(text, 'it already contains something else');
    return { folder, occupant };
}
/** A path without links in what exists of it; the last part stays what it is. */
async function resolveParent(file) {
    const parent = external_node_path_default().dirname(file);
    if (parent === file)
        return file;
    const real = await (0,promises_.realpath)(parent).catch(() => null);
    return external_node_path_default().join(real ?? (await resolveParent(parent)), external_node_path_default().basename(file));
}
async function findOccupant(folder) {
    try {
        if (!(await (0,promises_.lstat)(folder)).isDirectory())
            return null;
    }
    catch (error) {
        if ((0,files/* errorCode */.CA)(error) === 'ENOENT')
            return 'nothing';
        throw error;
    }
    if (await isFile(external_node_path_default().join(folder, 'pyvenv.cfg')))
        return 'environment';
    return (await isEmpty(folder)) ? 'empty folder' : null;
}
async function isFile(file) {
    return await (0,promises_.lstat)(file).then(found => found.isFile(), () => false);
}
async function isEmpty(folder) {
    return (await (0,promises_.readdir)(folder)).length === 0;
}
function wrongLocation(text, found) {
    return new errors/* ActionError */.lZ({
        code: 'INPUT_INVALID',
        message: `The input environment is ${JSON.stringify(text.slice(0, 200))}, but ${found}.`,
        hint: 'Use a folder that is only for the virtual environment, such as .venv.',
    });
}

// EXTERNAL MODULE: ./src/report/format.ts
var format = __webpack_require__(2011);
;// CONCATENATED MODULE: ./src/job/environment-cache.ts



/** Larger ones take longer to move than to make, and push everything else out of the cache. */
const maxSavedBytes = 2_000_000_000;
/** Restores an environment from the cache, if there is one and `check` finds no fault with it. */
async function restoreEnvironment({ context, folder, key }, store, check) {
    const { log, signal } = context;
    const startedMs = performance.now();
    const result = await store.restore([key], external_node_path_default().basename(folder));
    signal.throwIfAborted();
    if (result.kind === 'miss')
        log.info(`There is no entry ${key}.`);
    if (result.kind === 'failed' || result.kind === 'skipped') {
        log.info(`The environment cannot be restored from the cache: ${result.reason}.`);
    }
    if (result.kind !== 'hit')
        return false;
    const found = await check();
    if ('fault' in found) {
        log.info(`The cache entry of the environment is not used: ${found.fault}.`);
        await (0,files/* removeTree */.dM)(folder);
        return false;
    }
    const tookMs = performance.now() - startedMs;
    const onceMs = found.installSeconds * 1000;
    log.info(`Environment restored in ${(0,format/* formatDuration */.a3)(tookMs)}; installing took ${(0,format/* formatDuration */.a3)(onceMs)}.`);
    if (tookMs > onceMs) {
        log.notice('Restoring the environment took longer than installing it once did: without `install` this job may be faster.');
    }
    return true;
}
/** Saves an environment of this size in bytes, and says what came of it. */
async function saveEnvironment({ context, folder, key }, store, sizeBytes) {
    const { log, signal } = context;
    if (sizeBytes > maxSavedBytes) {
        return log.warning(`The environment is not saved to the cache: it has ${(0,format/* formatBytes */.z3)(sizeBytes)}, and above ${(0,format/* formatBytes */.z3)(maxSavedBytes)} restoring takes longer than installing.`);
    }
    const result = await store.save(key, external_node_path_default().basename(folder));
    signal.throwIfAborted();
    switch (result.kind) {
        case 'saved':
            return log.info(`The environment is saved to the cache: ${key}`);
        case 'exists':
            return log.info(`The environment is already in the cache: ${key}`);
        case 'needless':
            return;
        case 'skipped':
        case 'failed':
            return log.info(`The environment cannot be saved to the cache: ${result.reason}.`);
    }
}

// EXTERNAL MODULE: ./src/domain/platform.ts
var platform = __webpack_require__(3013);
// EXTERNAL MODULE: ./src/domain/python.ts
var domain_python = __webpack_require__(9172);
// EXTERNAL MODULE: ./src/domain/system-identity.ts
var system_identity = __webpack_require__(8250);
// EXTERNAL MODULE: ./src/io/dependency-files.ts + 1 modules
var dependency_files = __webpack_require__(3889);
;// CONCATENATED MODULE: ./src/environment/requirement-files.ts
/**
 * What may be files that install commands name: `-r FILE`, `-c FILE` in every spelling of pip's and uv's,
 * and arguments that look like dependency files, scripts and archives. Whether there is such a file is
 * another question.
 */
function filesNamedIn(install) {
    const files = [];
    for (const line of joinLines(install)) {
        const words = line.split(/\s+/).map(unquote);
        for (const [index, word] of words.entries()) {
            const named = fileOption(word, words[index + 1]);
            if (named !== null)
                files.push(named);
            else if (!word.startsWith('-') && installedFrom.test(word))
                files.push(word);
        }
    }
    return [...new Set(files)];
}
const installedFrom = /(^|[/\\])[\w.-]+\.(txt|in|toml|lock|cfg|py|sh|ps1|whl|zip|gz)$/;
/** The files that a requirements file includes, as it names them: relative to its own folder. */
function filesIncludedBy(requirements) {
    return joinLines(requirements).flatMap(line => {
        const [first = '', second] = line.trim().split(/\s+/);
        return fileOption(first, second) ?? [];
    });
}
/** The requirements of a file or a command line that are no options, comments or includes. */
function requirementLines(requirements) {
    return joinLines(requirements)
        .map(line => line.replace(/(^|\s)#.*/, '').trim())
        .filter(line => line !== '' && !/^(-[rcif]|--(?!editable))/.test(line));
}
/** A backslash at the end of a line joins it with the next, in requirements and in shells alike. */
function joinLines(text) {
    return text
        .replaceAll(/\\\r?\n/g, ' ')
        .split(/\r?\n/)
        .filter(line => !line.trimStart().startsWith('#'));
}
/** `-r FILE`, `-rFILE`, `--requirement=FILE`, the same of constraints and of uv's `--requirements`. */
function fileOption(word, next) {
    const match = /^(?:-[rc]|--(?:requirements?|constraints?|overrides?|build-constraints?))(=?)(.*)$/.exec(word);
    if (match === null)
        return null;
    const [, equals, value = ''] = match;
    if (value !== '')
        return unquote(value);
    return equals === '' && next !== undefined ? unquote(next) : null;
}
function unquote(word) {
    return word.replaceAll(/^['"]|['"]$/g, '');
}

;// CONCATENATED MODULE: ./src/environment/dependencies.ts




/** Looked for where the workflow does not say. */
const usualPatterns = [
    ...['**/requirements.txt', '**/pyproject.toml', '**/Pipfile.lock', '**/poetry.lock'],
    ...['**/pylock*.toml', '**/uv.lock', '**/pdm.lock', '**/setup.cfg', '**/setup.py'],
];
/** Finds the dependency files of a workspace, and those that the install command names. */
async function findDependencies(options) {
    const { install, patterns, workspace, skip } = options;
    const searched = await (0,dependency_files/* findDependencyFiles */.AC)(patterns.length > 0 ? patterns : usualPatterns, {
        workspace,
        skip,
    });
    const named = new Map();
    const queue = [...filesNamedIn(install)];
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        const normal = external_node_path_default().normalize(external_node_path_default().isAbsolute(name) ? external_node_path_default().relative(workspace, name) : name);
        if (named.has(normal) || skip.some(folder => (0,files/* isInside */.FK)(folder, external_node_path_default().resolve(workspace, normal))))
            continue;
        const file = await (0,dependency_files/* readInside */.xO)(workspace, normal);
        if (file === null)
            continue;
        named.set(normal, file);
        const folder = external_node_path_default().dirname(normal);
        queue.push(...filesIncludedBy(file.text).map(included => external_node_path_default().join(folder, included)));
    }
    const all = new Map([...searched, ...named.values()].map(file => [file.name, file]));
    return { files: [...all.values()], named: [...named.values()] };
}

// EXTERNAL MODULE: ./src/io/digest.ts
var digest = __webpack_require__(2406);
;// CONCATENATED MODULE: ./src/environment/key.ts

/** Grows when environments of an older make must not be used any more. */
const environmentNumber = 2;
/** The key of an environment: exact, as a part of an environment is worth nothing. Pure. */
function environmentKey(parts) {
    const { python, folder, system, install, dependencies, bytecode, settings, suffix, period } = parts;
    const named = [
        ['layout', String(environmentNumber)],
        ['python', `${python.id} at ${python.path}`],
        ['archive', python.archiveSha256 ?? 'unknown'],
        ['environment', folder],
        ['system', system],
        ['install', (0,digest/* digest */.b)(install)],
        ['dependency files', dependencies],
        ['bytecode', bytecode ?? 'as installed'],
        ['settings', settings.length === 0 ? 'none' : (0,digest/* digest */.b)(settings.join('\n'))],
        ['suffix', suffix],
        ['period', period],
    ];
    const readable = [system, python.id, suffix, period].filter(Boolean).join('-');
    const name = readable.replaceAll(/[^\w.+-]/g, '_').slice(0, 300);
    return {
        name: `managed-python-environment-v1-${name}-${(0,digest/* digest */.b)(JSON.stringify(named))}`,
        lines: named.filter(([, text]) => text !== '').map(([part, text]) => `${part}: ${text}`),
    };
}
/** How often an environment that is not pinned is rebuilt. */
const refreshPeriods = (/* unused pure expression or super */ null && (['weekly', 'daily', 'never']));
/** The part of a key that changes with time, in UTC: `2026-W48`, `2026-11-27`, or empty. */
function periodOf(refresh, now) {
    switch (refresh) {
        case 'never':
            return '';
        case 'daily':
            return now.toISOString().slice(0, 10);
        case 'weekly':
            return isoWeek(now);
    }
}
const dayMs = 86_400_000;
/** ISO 8601: weeks begin on Monday, and belong to the year that has their Thursday. */
function isoWeek(now) {
    const day = (now.getUTCDay() + 6) % 7;
    const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
    const thursday = new Date(midnight + (3 - day) * dayMs);
    const year = thursday.getUTCFullYear();
    const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / dayMs / 7);
    return `${year}-W${String(week).padStart(2, '0')}`;
}

;// CONCATENATED MODULE: ./src/environment/pinned.ts

/** A lock file, and the command that installs what is in it and nothing else. */
const locks = [
    [/(^|\/)uv\.lock$/, /\buv\s+sync\b/],
    [/(^|\/)poetry\.lock$/, /\bpoetry\s+(install|sync)\b/],
    [/(^|\/)pdm\.lock$/, /\bpdm\s+(install|sync)\b/],
    [/(^|\/)Pipfile\.lock$/, /\bpipenv\s+(sync|install)\b/],
    [/(^|\/)pylock(\.[\w-]+)?\.toml$/, /\bpylock(\.[\w-]+)?\.toml\b/],
];
/**
 * Whether installing the same again gives the same: from a lock file, or from requirements, and none of
 * these that does not name one version, one commit or a hash. What they depend on in turn is their
 * authors' business.
 */
function isPinned({ install, files }) {
    const isLocked = locks.some(([file, command]) => {
        return command.test(install) && files.some(({ name }) => file.test(name));
    });
    const requirements = files.filter(({ name }) => /\.(txt|in)$/.test(name));
    const named = argumentsOf(install);
    const lines = [...requirements.flatMap(({ text }) => requirementLines(text)), ...named];
    return (isLocked || lines.length > 0) && lines.every(isPinnedRequirement);
}
/** `name==1.2`, with a hash, or a commit of a repository. */
function isPinnedRequirement(line) {
    if (/--hash[= ]|#sha256=/.test(line))
        return true;
    if (/\bgit\+/.test(line))
        return /@[0-9a-f]{40}\b/.test(line);
    return /^[\w.-]+(\[[^\]]*\])?\s*===?\s*[^\s*,;]+\s*(;.*)?$/.test(line);
}
/** The options of `pip install` whose next word is no requirement. */
const options = /^(-[rcift]|--(requirements?|constraints?|(extra-)?index-url|find-links|trusted-host|no-binary|only-binary|python|target|prefix|group|upgrade-strategy|resolution))$/;
/** The requirements that a `pip install` names on its own command line. */
function argumentsOf(install) {
    return install.split(/\r?\n|&&|;/).flatMap(command => {
        const rest = /\bpip\s+install\b(.*)$/.exec(command)?.[1];
        if (rest === undefined)
            return [];
        const words = rest.trim().split(/\s+/).filter(Boolean);
        return words
            .filter((word, i) => !word.startsWith('-') && !options.test(words[i - 1] ?? ''))
            .map(word => word.replaceAll(/['"]/g, ''));
    });
}

;// CONCATENATED MODULE: ./src/environment/variables.ts
/** Settings of package managers that say nothing about what is installed. */
const irrelevant = /^[A-Z]+_(.*CACHE.*|DISABLE_PIP_VERSION_CHECK|PROGRESS_BAR|NO_PROGRESS|QUIET|VERBOSE|NO_COLOR|COLOR|LOG.*|TIMEOUT|.*_TIMEOUT|RETRIES|.*_RETRIES|ROOT_USER_ACTION|NO_INPUT|CONCURRENT_.*|KEYRING_PROVIDER|PYTHON_INSTALL_.*|PYTHON_CACHE_DIR|PYTHON_DOWNLOADS.*|PYPY_INSTALL_MIRROR|TOOL_.*|PUBLISH_.*|PROJECT_ENVIRONMENT|COMPILE_BYTECODE.*|NO_COMPILE|LIBC|VIRTUALENVS_.*|VENV_IN_PROJECT|NOSPIN|CHECK_UPDATE)$/;
const managers = /^(PIP|UV|POETRY|PDM|PIPENV)_/;
const secret = /(PASSWORD|USERNAME|TOKEN|CLIENT_CERT)/;
/**
 * The settings of package managers that change what is installed, as lines `NAME=value` in a fixed
 * order. Credentials have no part in it: they change with each run, and a key is no place for them.
 */
function installSettings(env) {
    return Object.entries(env)
        .filter(([name]) => managers.test(name) && !irrelevant.test(name) && !secret.test(name))
        .map(([name, value = '']) => `${name}=${withoutCredentials(value)}`)
        .sort();
}
/** The same text, without what comes before `@` and after `?` in its addresses. */
function withoutCredentials(text) {
    return text.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)(?:[^/\s@]*@)?([^\s?]*)(?:\?\S*)?/gi, '$1$2');
}

// EXTERNAL MODULE: ./src/io/host.ts
var host = __webpack_require__(2224);
;// CONCATENATED MODULE: ./src/job/environment-key.ts









/**
 * The key of an environment, of all that decides what is in it. Where its requirements name no exact
 * versions, that includes the date, and a notice says so.
 */
async function describeKey({ context, options, workspace, folder, }) {
    const { inputs, jobEnv, log, toolCache } = context;
    const { install, refresh } = options.inputs;
    const { python } = options;
    const { files, named } = await findDependencies({
        install,
        patterns: inputs.cacheDependencyPath,
        workspace,
        skip: [folder, toolCache],
    });
    for (const { name } of files)
        log.info(`dependency file: ${name}`);
    const locks = files.filter(({ name }) => /\block\b|\.lock$|pylock/.test(name));
    const pinned = isPinned({ install, files: [...named, ...locks] });
    if (!pinned && refresh !== 'never') {
        const every = refresh === 'weekly' ? 'week' : 'day';
        log.notice(`The environment is rebuilt every ${every}, as its requirements are not pinned. To keep it longer, use exact versions (name==version) or a lock file, or set environment-refresh.`);
    }
    const system = (0,system_identity/* systemIdentity */.a)(await (0,host/* readSystemFacts */.z)(), python.platform);
    return environmentKey({
        python: { id: (0,domain_python/* pythonId */.Aw)(python), archiveSha256: python.archiveSha256, path: python.path },
        folder,
        system: `${system}-${(0,platform/* formatArchitecture */.h4)(python.platform.architecture)}`,
        install,
        dependencies: (0,dependency_files/* digestOf */.ol)(files),
        bytecode: inputs.bytecode,
        settings: installSettings(jobEnv),
        suffix: inputs.cacheSuffix,
        period: pinned ? '' : periodOf(refresh, new Date()),
    });
}

;// CONCATENATED MODULE: ./src/environment/make.ts



/** Where ensurepip has to unpack pip, this takes minutes on slow machines and under emulation. */
const makeTimeoutMs = 600_000;
/**
 * Does what `python -m venv` does, but copies the pip of its Python (before 3.12 also setuptools)
 * instead of installing the one that ensurepip brings, which takes several seconds. A Python without
 * pip, or that is not CPython, takes the usual way.
 */
const makeScript = `
import importlib.metadata, os, shutil, sys, sysconfig, venv
folder = os.path.abspath(sys.argv[1])
own, target = (
    sysconfig.get_path('purelib', vars={'base': base}) for base in (sys.prefix, folder)
)
names = ('pip',) if sys.version_info >= (3, 12) else ('pip', 'setuptools')
found = {
    distribution.metadata['Name']: distribution
    for distribution in importlib.metadata.distributions(path=[own])
    if distribution.metadata['Name'] in names
}
if 'pip' not in found or sys.implementation.name != 'cpython':
    sys.exit(venv.main([folder]))

venv.main(['--without-pip', folder])
for distribution in found.values():
    # Its files outside of site-packages are programs.
    for name in {file.parts[0] for file in distribution.files} - {'..', '__pycache__'}:
        source, copy = os.path.join(own, name), os.path.join(target, name)
        (shutil.copytree if os.path.isdir(source) else shutil.copy2)(source, copy)

from pip._vendor.distlib.scripts import ScriptMaker
scripts = sysconfig.get_path('scripts', vars={'base': folder})
python = os.path.join(scripts, 'python.exe' if os.name == 'nt' else 'python')
maker = ScriptMaker(None, scripts)
maker.executable = '"%s"' % python if ' ' in python else python
maker.variants, maker.set_mode = {''}, True
for name in ('pip', 'pip3', 'pip%d.%d' % sys.version_info[:2]):
    maker.make(name + ' = pip._internal.cli.main:main')
`;
/**
 * Makes an empty virtual environment, with the pip of its Python, in place of whatever is there.
 * Throws an `ActionError`, or the signal's reason.
 */
async function makeEnvironment(folder, python, { env, signal }) {
    await (0,files/* removeTree */.dM)(folder);
    try {
        await (0,command/* runCommand */.d1)(python, ['-I', '-B', '-c', makeScript, folder], {
            env,
            signal,
            timeoutMs: makeTimeoutMs,
        });
    }
    catch (error) {
        if (!(error instanceof command/* CommandError */.Qd))
            throw error;
        throw new errors/* ActionError */.lZ({
            code: 'INSTALL_FAILED',
            message: `The virtual environment ${folder} could not be made: python -m venv ${(0,command/* explainCommand */.bn)(error)}`,
            hint: 'Check that the folder can be written to, and that this Python has venv and ensurepip.',
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./src/io/child.ts
var io_child = __webpack_require__(8774);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./src/io/process-group.ts
var process_group = __webpack_require__(1619);
;// CONCATENATED MODULE: ./src/io/foreground.ts



/** Runs a program, without a shell, until it is gone; its output is this process's own. Never throws. */
async function runInForeground(options) {
    const { file, args, env, cwd, signal } = options;
    const { promise, resolve } = Promise.withResolvers();
    try {
        const child = (0,external_node_child_process_.spawn)(file, args, {
            ...process_group/* ownGroup */.E,
            ...{ cwd, env, stdio: ['ignore', 'inherit', 'inherit'] },
        });
        const end = () => child.pid !== undefined && (0,process_group/* endGroup */.N)(child.pid);
        signal.addEventListener('abort', end, { once: true });
        if (signal.aborted)
            end();
        child.once('error', error => {
            if (child.pid === undefined)
                resolve((0,io_child/* notStartedBy */.wo)(error));
        });
        child.once('exit', (code, endedBy) => {
            signal.removeEventListener('abort', end);
            resolve((0,io_child/* endOf */.pJ)(code, endedBy));
        });
    }
    catch (error) {
        // Some systems refuse at once what is no program.
        resolve((0,io_child/* notStartedBy */.wo)(error));
    }
    return await promise;
}

// EXTERNAL MODULE: ./src/io/process-environment.ts
var process_environment = __webpack_require__(2077);
;// CONCATENATED MODULE: ./src/environment/shell.ts



/**
 * The shell that a `run` step has where it names none, with the settings that the runner gives it. The
 * first command that fails ends the script: also in PowerShell, which else looks at programs' exit codes
 * only at the end (7.4 and newer can). bash leaves the number of the failed line beside it. Pure.
 */
function shellScript(install, { platform, shells }) {
    if (platform === 'win32') {
        return {
            program: shells.includes('pwsh') ? 'pwsh' : 'powershell',
            args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command'],
            extension: '.ps1',
            text: `$ErrorActionPreference = 'stop'\r\n$PSNativeCommandUseErrorActionPreference = $true\r\n${install}\r\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\r\n`,
        };
    }
    const hasBash = shells.includes('bash');
    // In front of the first line, so that lines keep their numbers.
    const trap = `trap 'echo "$LINENO" >"${failedLineFile('$0')}"' ERR; `;
    return {
        program: hasBash ? 'bash' : 'sh',
        args: ['-e'],
        extension: '.sh',
        text: `${hasBash ? trap : ''}${install}\n`,
    };
}
/** Where bash notes the number of the line that failed. */
function failedLineFile(script) {
    return `${script}.failed-line`;
}
/** The last argument of a shell: the script's file, or the command that runs it. Pure. */
function scriptArgument(file, platform) {
    return platform === 'win32' ? `. '${file.replaceAll("'", "''")}'` : file;
}
/** The job's variables with an environment activated and its settings for uv and pip; pure. */
function activatedVariables(env, options) {
    const { folder, platform, paths, compiles } = options;
    const { delimiter } = platform === 'win32' ? (external_node_path_default()).win32 : (external_node_path_default()).posix;
    const inherited = Object.entries((0,process_environment/* stepEnvironment */.aK)(env));
    const variables = Object.fromEntries(inherited.filter(([name]) => !/^PYTHONHOME$/i.test(name)));
    // Windows has one PATH, however it is spelt.
    const pathName = Object.keys(variables).find(name => name.toUpperCase() === 'PATH') ?? 'PATH';
    const { programs } = environmentLayout(folder, platform);
    return {
        ...variables,
        [pathName]: [programs, ...paths, variables[pathName]].filter(Boolean).join(delimiter),
        VIRTUAL_ENV: folder,
        UV_PROJECT_ENVIRONMENT: folder,
        // What is compiled afterwards, on all cores and in the mode that is wanted, is not compiled twice.
        ...(compiles ? { PIP_NO_COMPILE: '1', UV_COMPILE_BYTECODE: '0' } : {}),
    };
}

;// CONCATENATED MODULE: ./src/environment/run-install.ts






/**
 * Runs the workflow's install command as a `run` step would, from a file, so that nothing of it is
 * read as anything else. Its output goes to the log as it comes. Throws an `ActionError` where it
 * fails, or the signal's reason; nothing of it runs any more then.
 */
async function runInstall({ install, temp, cwd, env, signal }) {
    const { platform } = process;
    const shells = await shellsOnPath(env, platform);
    const { program, args, extension, text } = shellScript(install, { platform, shells });
    const script = external_node_path_default().join(temp, `install${extension}`);
    await (0,promises_.writeFile)(script, text, { mode: 0o700 });
    const end = await runInForeground({
        file: program,
        args: [...args, scriptArgument(script, platform)],
        ...{ cwd, env, signal },
    });
    signal.throwIfAborted();
    if (end.kind === 'exited' && end.code === 0)
        return;
    const noted = await (0,promises_.readFile)(failedLineFile(script), 'utf8').catch(() => '');
    throw installError(nameFailed(install, Number(noted)), end);
}
async function shellsOnPath(env, platform) {
    const names = platform === 'win32' ? ['pwsh'] : ['bash'];
    const pathVariable = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1];
    const folders = (pathVariable ?? '').split((external_node_path_default()).delimiter).filter(Boolean);
    const files = names.flatMap(name => {
        const program = platform === 'win32' ? `${name}.exe` : name;
        return folders.map(folder => ({ name, file: external_node_path_default().join(folder, program) }));
    });
    const found = await Promise.all(files.map(({ name, file }) => (0,promises_.access)(file).then(() => name, () => null)));
    return found.filter(name => name !== null);
}
/** The install command, or the line of it that failed, by its number; 0: unknown. Pure. */
function nameFailed(install, line) {
    const lines = install.split(/\r?\n/);
    const filled = lines.filter(text => text.trim() !== '');
    const failed = filled.length === 1 ? filled[0] : lines[line - 1];
    if (failed === undefined)
        return `The install command of ${filled.length} lines`;
    const where = filled.length === 1 ? '' : ` in line ${line}`;
    return `The install command ${JSON.stringify(failed.trim())}${where}`;
}
function installError(what, end) {
    return new errors/* ActionError */.lZ({
        code: 'INSTALL_FAILED',
        message: `${what} ${(0,io_child/* describeEnd */.lA)(end)}.`,
        hint: 'Its output above says what went wrong. Nothing is saved, and the environment is not activated.',
        cause: end.kind === 'not-started' ? end.error : undefined,
    });
}

;// CONCATENATED MODULE: ./src/environment/site-packages.ts


/** The `site-packages` of an environment: one, or none where something is wrong with it. */
async function findSitePackages(folder, platform = process.platform) {
    if (platform === 'win32')
        return [external_node_path_default().join(folder, 'Lib', 'site-packages')];
    const names = await (0,promises_.readdir)(external_node_path_default().join(folder, 'lib')).catch(() => []);
    const versions = names.filter(name => /^(python|pypy)[\d.]+t?$/.test(name));
    return versions.map(name => external_node_path_default().join(folder, 'lib', name, 'site-packages'));
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./src/environment/workspace-content.ts





/**
 * What in a `site-packages` belongs to the workspace: editable installs, and packages built from it.
 * An environment with such parts is true for this checkout only.
 */
async function findWorkspaceContent(sitePackages, options) {
    const found = [];
    // Installers name folders by the path that the runner has, or without its links.
    const workspaces = [options.workspace, await (0,promises_.realpath)(options.workspace)];
    for (const name of await (0,promises_.readdir)(sitePackages)) {
        const file = name.endsWith('.dist-info') ? external_node_path_default().join(name, 'direct_url.json') : name;
        const targets = await targetsOf(external_node_path_default().join(sitePackages, file));
        const own = targets
            .map(target => external_node_path_default().resolve(sitePackages, target))
            .find(target => workspaces.some(folder => (0,files/* isInside */.FK)(folder, target)) &&
            !(0,files/* isInside */.FK)(options.environment, target));
        if (own !== undefined)
            found.push({ from: file.replaceAll('\\', '/'), to: own });
    }
    return found;
}
/** The paths that a file of `site-packages` leads to. */
async function targetsOf(file) {
    const name = external_node_path_default().basename(file);
    const read = () => (0,promises_.readFile)(file, 'utf8').catch(() => '');
    if (name === 'direct_url.json')
        return directUrl(await read());
    if (!/\.(pth|egg-link)$/.test(name))
        return [];
    const lines = (await read()).split(/\r?\n/).map(line => line.trim());
    // Lines of a .pth that begin with `import` are run; editable installs by them have a direct_url.json.
    return lines.filter(line => line !== '' && !/^(#|import\s)/.test(line));
}
function directUrl(text) {
    try {
        const parsed = JSON.parse(text);
        const url = (0,domain_parsed/* isObject */.G)(parsed) ? parsed.url : null;
        return typeof url === 'string' && url.startsWith('file:') ? [(0,external_node_url_.fileURLToPath)(url)] : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/job/install-environment.ts










/**
 * Makes the environment, installs into it, compiles it, and writes its record. Returns its size in
 * bytes; `null`: a part of it is the workspace's own, so it is of no use to other jobs.
 */
async function installEnvironment(work, temp) {
    const { context, options, workspace, folder, key } = work;
    const { log } = context;
    await options.beforeInstall();
    const startedMs = performance.now();
    await log.group('Install', async () => {
        await makeEmpty(work);
        await runCommands(work, temp);
    });
    await compile(work);
    const installSeconds = Math.round(performance.now() - startedMs) / 1000;
    log.info(`Environment installed in ${(0,format/* formatDuration */.a3)(installSeconds * 1000)}.`);
    for (const site of await findSitePackages(folder)) {
        const [own] = await findWorkspaceContent(site, { workspace, environment: folder });
        if (own === undefined)
            continue;
        log.warning(`The environment is not cached: ${own.from} points to ${own.to}, which is part of this checkout. Install the dependencies here (uv sync --no-install-project, pip install -r requirements.txt), and the project itself in a later step: pip install --no-deps -e .`);
        return null;
    }
    const { digest, caches, sizeBytes } = surveyFolder(folder, [recordName]);
    await writeRecord(folder, { key, digest, caches, installSeconds });
    return sizeBytes;
}
/** Makes an environment that has pip and nothing else. */
async function makeEmpty({ context, options, folder, }) {
    const { executable } = (0,layout/* layoutOf */.aH)(options.python);
    await makeEnvironment(folder, external_node_path_default().join(options.python.path, executable), context);
}
async function runCommands(work, temp) {
    const { context, options, workspace, folder } = work;
    const { inputs, jobEnv, log, signal } = context;
    const { install } = options.inputs;
    for (const line of install.split(/\r?\n/))
        log.aside(line);
    const startedMs = performance.now();
    const env = activatedVariables(jobEnv, {
        folder,
        platform: process.platform,
        paths: options.paths,
        compiles: inputs.bytecode !== null,
    });
    await runInstall({ install, temp, cwd: workspace, env, signal });
    log.info(`The install command took ${(0,format/* formatDuration */.a3)(performance.now() - startedMs)}.`);
}
/** Compiles what was installed, where the workflow wants bytecode; what is compiled already stays. */
async function compile({ context, options, folder }) {
    const { inputs, pool, log } = context;
    if (inputs.bytecode === null || options.python.implementation === 'pyodide')
        return;
    const { sources } = surveyFolder(folder);
    const { compiled, startedAtMs, finishedAtMs } = await pool.compile({
        label: 'the environment',
        pythonPath: external_node_path_default().join(options.python.path, (0,layout/* layoutOf */.aH)(options.python).executable),
        root: folder,
        finalPath: folder,
        mode: inputs.bytecode,
        published: false,
        sources,
    });
    log.info(`Compiled ${compiled} files of packages in ${(0,format/* formatDuration */.a3)(finishedAtMs - startedAtMs)}.`);
}

;// CONCATENATED MODULE: ./src/job/environment.ts












/**
 * Keeps, restores or makes the environment that the workflow wants, whichever comes first, and saves
 * what it has made. Throws an `ActionError`, or the signal's reason; nothing is activated then.
 */
async function prepareEnvironment(context, options) {
    const { inputs } = options;
    const workspace = context.jobEnv.GITHUB_WORKSPACE || process.cwd();
    const location = { workspace, temp: context.jobEnv.RUNNER_TEMP ?? '' };
    const { folder, occupant } = await locateEnvironment(inputs.folder, location);
    const { programs } = environmentLayout(folder);
    const work = { context, options, workspace, folder };
    if (inputs.install === '') {
        if (occupant !== 'environment')
            await makeEmpty(work);
        return { folder, programs, isHit: null, key: '' };
    }
    const key = await context.log.group('The virtual environment', async () => {
        const { name, lines } = await describeKey(work);
        for (const line of lines)
            context.log.info(line);
        return name;
    });
    const isHit = await obtain({ ...work, key }, occupant === 'environment');
    return { folder, programs, isHit, key };
}
/** Whether the environment came from somewhere, so that nothing had to be installed. */
async function obtain(work, isThere) {
    const { context, folder } = work;
    const { log, jobEnv, inputs } = context;
    if (isThere && !inputs.reinstall) {
        const found = await check(work);
        if (!('fault' in found)) {
            log.info('The environment of an earlier job is still there and is reused.');
            return true;
        }
        log.info(`The existing environment is rebuilt: ${found.fault}.`);
    }
    await (0,files/* removeTree */.dM)(folder);
    const { enabled, reason } = (0,policy/* decideCache */.xk)(inputs.cachePython, jobEnv, { paysOff: true });
    if (!enabled)
        log.info(`The environment is not cached: ${reason}.`);
    const temp = await (0,promises_.mkdtemp)(external_node_path_default().join(jobEnv.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'managed-python-'));
    const store = enabled ? context.openStore(external_node_path_default().dirname(folder), temp) : null;
    try {
        if (store !== null && !inputs.reinstall) {
            if (await restoreEnvironment(work, store, () => check(work)))
                return true;
        }
        const sizeBytes = await installEnvironment(work, temp);
        if (sizeBytes !== null && store !== null)
            await saveEnvironment(work, store, sizeBytes);
        return false;
    }
    catch (error) {
        // Without a record nobody would use it, but a failed step leaves nothing half-made.
        await (0,files/* removeTree */.dM)(folder).catch(() => { });
        throw error;
    }
    finally {
        await store?.close();
        await (0,files/* removeTree */.dM)(temp);
    }
}
async function check({ context, options, folder, key }) {
    const { env, signal } = context;
    const home = external_node_path_default().join(options.python.path, (0,layout/* layoutOf */.aH)(options.python).binFolder);
    return await checkEnvironment({ folder, key, home, env, signal });
}


/***/ })

};

export const id = 426;
export const ids = [426];
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

/***/ 3426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restorePackages: () => (/* binding */ restorePackages)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./src/domain/package-manager.ts
var package_manager = __webpack_require__(7306);
// EXTERNAL MODULE: ./src/install/staging.ts
var install_staging = __webpack_require__(8190);
// EXTERNAL MODULE: ./src/io/dependency-files.ts + 1 modules
var dependency_files = __webpack_require__(3889);
// EXTERNAL MODULE: ./src/io/error-message.ts
var error_message = __webpack_require__(476);
// EXTERNAL MODULE: ./src/io/command.ts
var command = __webpack_require__(8029);
// EXTERNAL MODULE: ./src/io/files.ts
var files = __webpack_require__(3839);
;// CONCATENATED MODULE: ./src/packages/environments.ts




const startTimeoutMs = 60_000;
/** The virtual environments in a folder: itself, or those directly in it. */
async function environmentsIn(folder) {
    if (await isEnvironment(folder))
        return [folder];
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter(entry => entry.isDirectory());
    const paths = folders.map(({ name }) => external_node_path_default().join(folder, name));
    const areEnvironments = await Promise.all(paths.map(isEnvironment));
    return paths.filter((_, i) => areEnvironments[i]);
}
/** Whether a folder is a virtual environment's own. */
async function isEnvironment(folder) {
    return await (0,promises_.lstat)(external_node_path_default().join(folder, 'pyvenv.cfg')).then(found => found.isFile(), () => false);
}
/**
 * Removes an environment that does not work here; a clause that says what was wrong, or `null`.
 * Throws only the signal's reason, or what the file system throws of removing.
 */
async function removeIfBroken(environment, options) {
    const fault = await findFault(environment, options);
    if (fault !== null)
        await (0,files/* removeTree */.dM)(environment);
    return fault;
}
async function findFault(environment, { env, signal }) {
    const configuration = await (0,promises_.readFile)(external_node_path_default().join(environment, 'pyvenv.cfg'), 'utf8').catch(() => '');
    const home = /^\s*home\s*=\s*(.*?)\s*$/m.exec(configuration)?.[1] ?? '';
    const isThere = await (0,promises_.stat)(home).then(() => true, () => false);
    if (!isThere)
        return `its Python, in ${home || 'no folder'}, is not there`;
    const python = process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python'];
    const args = ['-I', '-B', '-c', 'import sys; print(sys.prefix)'];
    const options = { env, signal, timeoutMs: startTimeoutMs };
    try {
        await (0,command/* runCommand */.d1)(external_node_path_default().join(environment, ...python), args, options);
        return null;
    }
    catch (error) {
        signal.throwIfAborted();
        return error instanceof command/* CommandError */.Qd ? `its Python ${(0,command/* explainCommand */.bn)(error)}` : String(error);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(5781);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __webpack_require__(8701);
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
        return failed(`cannot be started (${(0,error_message/* messageOf */.b)(error)})`);
    }
    finally {
        end.abort();
    }
}
function failed(reason) {
    return { kind: 'failed', reason };
}

;// CONCATENATED MODULE: ./src/packages/pipenv.ts

const yes = new Set(['1', 'true', 't', 'yes', 'y', 'on']);
/**
 * The folder of a project's environment, as pipenv finds it: it may not be installed yet. Outside of
 * projects, that is the folder of all environments.
 */
function pipenvFolder({ env, home, project, platform }) {
    const paths = platform === 'win32' ? (external_node_path_default()).win32 : (external_node_path_default()).posix;
    const inProject = env.PIPENV_VENV_IN_PROJECT;
    if (inProject === undefined ? project.hasVenv : yes.has(inProject.toLowerCase())) {
        return paths.join(project.folder, '.venv');
    }
    if (env.WORKON_HOME) {
        return paths.resolve(project.folder, env.WORKON_HOME.replace(/^~(?=$|[/\\])/, home));
    }
    if (platform === 'win32')
        return paths.join(home, '.virtualenvs');
    return paths.join(env.XDG_DATA_HOME || paths.join(home, '.local', 'share'), 'virtualenvs');
}

;// CONCATENATED MODULE: ./src/packages/poetry.ts

/** Reads what `poetry config --list` prints: `name = value`, and after `#` what a value comes to. */
function readPoetryConfiguration(text) {
    const value = (name) => {
        const line = text.split(/\r?\n/).find(each => each.startsWith(`virtualenvs.${name} = `));
        if (line === undefined)
            return null;
        const [, plain = '', comment] = /^\S+ = (.*?)(?:\s+# (.*))?$/.exec(line) ?? [];
        return (comment ?? plain.replaceAll(/^"|"$/g, '')).trim();
    };
    const inProject = value('in-project');
    return {
        create: value('create') !== 'false',
        inProject: inProject === 'true' ? true : inProject === 'false' ? false : null,
        path: value('path'),
    };
}
/** The folder that a project's environment is in, alone or beside others; `null`: it has none. */
function poetryFolder({ create, inProject, path: folder }, project) {
    if (!create)
        return null;
    if (inProject ?? project.hasVenv)
        return external_node_path_default().join(project.folder, '.venv');
    return folder !== null && external_node_path_default().isAbsolute(folder) ? folder : null;
}

;// CONCATENATED MODULE: ./src/packages/folders.ts





/** A tool that starts for the first time, on a busy machine. */
const timeoutMs = 30_000;
/** Asks the manager itself where its folders are. Throws nothing but the signal's reason. */
async function askFolders(question) {
    const { manager, python, env } = question;
    switch (manager) {
        case 'pip':
            return ofPip(await ask(question, python, ['-I', '-m', 'pip', 'cache', 'dir']));
        case 'uv':
            if (isOn(env.UV_NO_CACHE))
                return off("uv's cache is disabled (UV_NO_CACHE)");
            return oneFolder(manager, await ask(question, 'uv', ['cache', 'dir']));
        case 'pdm':
            return oneFolder(manager, await ask(question, 'pdm', ['config', 'cache_dir']));
        case 'pipenv':
            return await ofPipenv(question);
        case 'poetry':
            return await ofPoetry(question);
    }
}
/** Has poetry use this interpreter in each of its projects; the projects where it would not. */
async function usePoetryPython(question) {
    const failures = [];
    for (const project of question.projects) {
        const args = ['env', 'use', '--no-interaction', question.python];
        const answer = await ask(question, 'poetry', args, project);
        if (answer.kind === 'failed')
            failures.push(`in ${project} it ${answer.reason}`);
    }
    return failures;
}
function ofPip(answer) {
    if (answer.kind === 'failed' && /cache is disabled/.test(answer.reason)) {
        return off("pip's cache is disabled");
    }
    return oneFolder('pip', answer);
}
function oneFolder(manager, answer) {
    if (answer.kind !== 'answered')
        return unknown(manager, answer);
    // Whatever a tool has to say before it.
    const folder = answer.text.split(/\r?\n/).at(-1)?.trim() ?? '';
    if (!external_node_path_default().isAbsolute(folder)) {
        return unknown(manager, { kind: 'failed', reason: `names no folder but ${folder}` });
    }
    return { kind: 'found', folders: [folder], toolVersion: '' };
}
async function ofPipenv(question) {
    const { env, home, projects } = question;
    // The folders are known without it: workflows of setup-python install it later than this.
    const version = await ask(question, 'pipenv', ['--version']);
    const { platform } = process;
    const folders = await Promise.all(projects.map(async (folder) => {
        const project = { folder, hasVenv: await isThere(external_node_path_default().join(folder, '.venv')) };
        return pipenvFolder({ env, home, project, platform });
    }));
    const toolVersion = version.kind === 'answered' ? version.text : 'not installed yet';
    return { kind: 'found', folders, toolVersion };
}
async function ofPoetry(question) {
    const version = await ask(question, 'poetry', ['--version']);
    if (version.kind !== 'answered')
        return unknown('poetry', version);
    const folders = [];
    for (const folder of question.projects) {
        const list = await ask(question, 'poetry', ['config', '--list', '--no-interaction'], folder);
        if (list.kind !== 'answered')
            return unknown('poetry', list);
        const project = { folder, hasVenv: await isThere(external_node_path_default().join(folder, '.venv')) };
        const found = poetryFolder(readPoetryConfiguration(list.text), project);
        if (found !== null)
            folders.push(found);
    }
    if (folders.length === 0)
        return off('poetry makes no environments (virtualenvs.create)');
    return { kind: 'found', folders, toolVersion: version.text };
}
function ask({ env, workspace, signal }, program, args, cwd = workspace) {
    return askTool(program, args, { env: { ...env, NO_COLOR: '1' }, cwd, timeoutMs, signal });
}
function isOn(value) {
    return value !== undefined && !['', '0', 'false', 'no', 'off'].includes(value.toLowerCase());
}
async function isThere(folder) {
    return await (0,promises_.stat)(folder).then(found => found.isDirectory(), () => false);
}
function off(reason) {
    return { kind: 'off', reason };
}
function unknown(manager, answer) {
    const reason = answer.kind === 'missing'
        ? `there is no ${manager} on PATH. Install it in a step before this one (pipx install ${manager})`
        : `${manager} does not say where its cache is: it ${answer.reason}`;
    return { kind: 'unknown', reason };
}

;// CONCATENATED MODULE: ./src/packages/move.ts




/**
 * Moves what was restored to where it belongs. A file that is there already stays, as it is this
 * machine's own; a virtual environment takes the place of another one, as half of each is none.
 * Throws what the file system throws.
 */
async function moveInto(from, to) {
    if (await isEnvironment(from))
        await (0,files/* removeTree */.dM)(to);
    const occupant = await (0,promises_.lstat)(to).catch(() => null);
    if (occupant === null)
        return await move(from, to);
    const entries = await (0,promises_.readdir)(from, { withFileTypes: true });
    for (const entry of entries) {
        const [source, target] = [external_node_path_default().join(from, entry.name), external_node_path_default().join(to, entry.name)];
        const isThere = await (0,promises_.lstat)(target).catch(() => null);
        if (isThere === null)
            await move(source, target);
        else if (isThere.isDirectory() && entry.isDirectory())
            await moveInto(source, target);
    }
}
async function move(from, to) {
    await (0,promises_.mkdir)(external_node_path_default().dirname(to), { recursive: true });
    await (0,files/* moveTree */.E9)(from, to);
}

// EXTERNAL MODULE: ./src/domain/python.ts
var domain_python = __webpack_require__(9172);
// EXTERNAL MODULE: ./src/domain/version.ts
var domain_version = __webpack_require__(3356);
// EXTERNAL MODULE: ./src/io/digest.ts
var digest = __webpack_require__(2406);
;// CONCATENATED MODULE: ./src/packages/key.ts




/** What all of these keys begin with. */
const key_keyStart = 'managed-python-packages-v1-';
/** The key of a cache of packages. */
function packageKey(parts) {
    const { manager, system, pythons, suffix, dependencies, environment } = parts;
    const downloads = package_manager/* cacheContents */.HS[manager] === 'downloads';
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
    const prefix = `${key_keyStart}${manager}-${readable}-`;
    return {
        primary: `${prefix}${(0,digest/* digest */.b)(JSON.stringify(named))}`,
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
        const suffix = (0,domain_python/* variantSuffix */.n6)(variant);
        return prerelease === null
            ? `${implementation}${major}.${minor}${suffix}`
            : `${implementation}${(0,domain_version/* formatVersion */.qh)(version)}${suffix}+${build}`;
    });
    return [...new Set(names)].sort().join('_');
}
/** The service refuses keys of 512 characters, and commas separate them. */
function clean(part) {
    const name = part.replaceAll(/[^\w.+-]/g, '_');
    return name.length > 100 ? `${name.slice(0, 80)}_${(0,digest/* digest */.b)(part, 16)}` : name;
}

;// CONCATENATED MODULE: ./src/packages/place.ts


/** Characters by which the cache's library would take a path for a pattern. */
const patternCharacters = /[*?[\]\\\n]|^[!#~]/;
/** Where these absolute folders are, or a clause that says why no entry can hold them. */
function place_placeOf(folders, paths = (external_node_path_default())) {
    const distinct = [...new Set(folders.map(folder => paths.resolve(folder)))].sort();
    const [first = paths.resolve('.')] = distinct;
    let root = paths.dirname(first);
    while (!distinct.every(folder => folder !== root && (0,files/* isInside */.FK)(root, folder, paths))) {
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
    if (typeof root !== 'string' || !path.isAbsolute(root) || !isTexts(folders))
        return null;
    // Only what makes the same again was made by us.
    const place = placeOf(folders.map(folder => path.join(root, folder)));
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

// EXTERNAL MODULE: ./src/report/format.ts
var format = __webpack_require__(2011);
// EXTERNAL MODULE: ./src/cache/policy.ts
var policy = __webpack_require__(4798);
// EXTERNAL MODULE: ./src/domain/platform.ts
var domain_platform = __webpack_require__(3013);
// EXTERNAL MODULE: ./src/domain/system-identity.ts
var system_identity = __webpack_require__(8250);
// EXTERNAL MODULE: ./src/io/host.ts
var host = __webpack_require__(2224);
// EXTERNAL MODULE: ./src/io/process-environment.ts
var process_environment = __webpack_require__(2077);
// EXTERNAL MODULE: ./src/report/job-environment.ts
var job_environment = __webpack_require__(2365);
;// CONCATENATED MODULE: ./src/job/plan-packages.ts












/** Finds out what of a manager's to keep. Throws the signal's reason, or what the file system throws. */
async function planPackages(job) {
    const { installations, context } = job;
    const { jobEnv: env, toolCache, signal } = context;
    const { manager } = job.inputs;
    const workspace = env.GITHUB_WORKSPACE || process.cwd();
    const obstacle = (0,policy/* findObstacle */.R5)(env);
    if (obstacle !== null)
        return { level: 'info', reason: obstacle };
    const [byDefault] = installations;
    if (byDefault === undefined)
        throw new RangeError('no installation');
    const groups = job.patterns.length > 0 ? [job.patterns] : package_manager/* dependencyPatterns */.bs[manager];
    const files = await firstFound(groups, { workspace, skip: [toolCache] });
    if (files.length === 0)
        return { level: 'warning', reason: nothingFound(groups) };
    const question = {
        manager,
        python: (0,job_environment/* pythonPath */.mw)(byDefault),
        workspace,
        projects: projectsOf(manager, files).map(name => external_node_path_default().join(workspace, name)),
        home: job.home,
        env: (0,process_environment/* stepEnvironment */.aK)(env),
        signal,
    };
    const [answer, facts] = await Promise.all([askFolders(question), (0,host/* readSystemFacts */.z)()]);
    if (answer.kind === 'off')
        return { level: 'info', reason: answer.reason };
    if (answer.kind === 'unknown')
        return { level: 'warning', reason: answer.reason };
    const { folders, toolVersion } = answer;
    const place = place_placeOf(folders);
    if ('fault' in place)
        return { level: 'warning', reason: place.fault };
    const interpreters = installations.map(job_environment/* pythonPath */.mw).sort();
    const { platform } = byDefault;
    const system = [(0,system_identity/* systemIdentity */.a)(facts, platform), (0,domain_platform/* formatArchitecture */.h4)(platform.architecture)];
    const key = packageKey({
        manager,
        system: system.join('-'),
        pythons: installations,
        suffix: job.suffix,
        dependencies: (0,dependency_files/* digestOf */.ol)(files),
        month: new Date().toISOString().slice(0, 7),
        environment: package_manager/* cacheContents */.HS[manager] === 'environments'
            ? { interpreters, workspace, folders, toolVersion }
            : null,
    });
    return { key, place, files, question, exposure: (0,policy/* findExposure */.BL)(env) };
}
/** The files of the first group of patterns that finds any. */
async function firstFound(groups, search) {
    for (const patterns of groups) {
        const files = await (0,dependency_files/* findDependencyFiles */.AC)(patterns, search);
        if (files.length > 0)
            return files;
    }
    return [];
}
function nothingFound(groups) {
    const patterns = groups.flat().join(', ');
    return `no file in the workspace matches ${patterns}, so there is nothing to make a cache key from. Add one, or set cache-dependency-path`;
}
/** The files by which a manager knows its projects. */
const projectFiles = {
    pipenv: /^Pipfile(\.lock)?$/,
    poetry: /^(poetry\.lock|pyproject\.toml)$/,
};
/** The folders of projects among the files, relative to the workspace; that itself where there is none. */
function projectsOf(manager, files) {
    const pattern = projectFiles[manager];
    const own = files.filter(({ name }) => pattern?.test(external_node_path_default().posix.basename(name)));
    const folders = new Set(own.map(({ name }) => external_node_path_default().posix.dirname(name)));
    return folders.size === 0 ? ['.'] : [...folders];
}

;// CONCATENATED MODULE: ./src/job/restore-packages.ts













/** More are a matter for those who debug. */
const shownFiles = 40;
/**
 * Restores what a package manager has downloaded or installed in an earlier job, and notes down for the
 * step after the job what to save. Nothing of this fails a job; throws only the signal's reason.
 */
async function restorePackages(options) {
    const { inputs, context } = options;
    const { log, signal } = context;
    const { manager } = inputs;
    const name = `Packages (${manager})`;
    const told = (text, outputs = {}) => {
        return { outputs: { 'cache-hit': 'false', ...outputs }, sentence: `${name}: ${text}` };
    };
    try {
        const plan = await log.group(name, async () => await describePlan(options));
        if ('reason' in plan) {
            const text = `not cached: ${plan.reason}`;
            log[plan.level](`${name}: ${text}`);
            return told(text);
        }
        const { key, place, exposure } = plan;
        if (exposure !== null) {
            log.info(`${name}: runs for ${exposure} should not use a cache, as whoever can write an entry can put code into it. The input cache is followed nevertheless.`);
        }
        const restored = inputs.restore
            ? await restore(plan, options)
            : { matched: null, text: 'not restored, as restore-cache is false' };
        log.info(`${name}: ${restored.text}`);
        const { matched } = restored;
        if (inputs.save) {
            core/* saveState */.LZ(stateName, formatState({ manager, key: key.primary, matched, place }));
        }
        return told(restored.text, {
            'cache-hit': String(matched === key.primary),
            'cache-primary-key': key.primary,
            'cache-matched-key': matched ?? '',
        });
    }
    catch (error) {
        signal.throwIfAborted();
        const text = `not cached: ${(0,error_message/* messageOf */.b)(error)}`;
        log.warning(`${name}: ${text}`);
        return told(text);
    }
}
async function describePlan(options) {
    const { log } = options.context;
    const plan = await planPackages(options);
    if ('reason' in plan)
        return plan;
    for (const file of plan.files.slice(0, shownFiles)) {
        log.info(`dependency file: ${file.name} (${(0,dependency_files/* digestOf */.ol)([file])})`);
    }
    if (plan.files.length > shownFiles)
        log.info(`… and ${plan.files.length - shownFiles} more files`);
    for (const line of plan.key.lines)
        log.info(line);
    const { root, folders } = plan.place;
    for (const folder of folders)
        log.info(`folder: ${external_node_path_default().join(root, folder)}`);
    log.info(`key: ${plan.key.primary}`);
    return plan;
}
async function restore(plan, options) {
    const { context } = options;
    const { key, place } = plan;
    const startedMs = performance.now();
    return await withStore(context, async (store, root) => {
        const lookup = key.prefix === null ? {} : { prefix: key.prefix };
        const result = await store.restore([key.primary], place.folders, lookup);
        context.signal.throwIfAborted();
        if (result.kind === 'miss')
            return missed(`nothing to restore: there is no ${key.primary} yet`);
        if (result.kind !== 'hit')
            return missed(`not restored: ${result.reason}`);
        const fault = await putInPlace(plan, root, options);
        if (fault !== null)
            return missed(`${result.key} is not used: ${fault}`);
        const size = result.sizeBytes === null ? '' : ` ${(0,format/* formatBytes */.z3)(result.sizeBytes)}`;
        const time = (0,format/* formatDuration */.a3)(performance.now() - startedMs);
        const other = result.key === key.primary ? '' : ', which is for other dependency files';
        return { matched: result.key, text: `restored${size} in ${time} from ${result.key}${other}` };
    });
}
/** Works with the cache: this job's own where it has one open, with its root. */
async function withStore({ store, staging, toolCache, openStore }, work) {
    if (store !== null)
        return await work(store, staging);
    const own = (0,install_staging/* createStaging */.q)(toolCache);
    await own.open();
    const opened = openStore(own.path);
    try {
        return await work(opened, own.path);
    }
    finally {
        await opened.close();
        await own.remove();
    }
}
/** Moves what was unpacked to its folders; a clause that says why it is of no use, or `null`. */
async function putInPlace({ place, question }, staging, { inputs, context }) {
    const { env, log, signal } = context;
    const folders = await Promise.all(place.folders.map(async (folder) => {
        const from = external_node_path_default().join(staging, folder);
        const isFolder = await (0,promises_.lstat)(from).then(found => found.isDirectory(), () => false);
        return isFolder ? [{ from, to: external_node_path_default().join(place.root, folder) }] : [];
    }));
    if (folders.flat().length === 0)
        return 'it contains something else';
    for (const { from, to } of folders.flat())
        await moveInto(from, to);
    if (package_manager/* cacheContents */.HS[inputs.manager] === 'downloads')
        return null;
    const faults = [];
    for (const environment of (await Promise.all(folders.flat().map(({ to }) => environmentsIn(to)))).flat()) {
        const fault = await removeIfBroken(environment, { env, signal });
        if (fault !== null)
            faults.push(`${external_node_path_default().basename(environment)} does not work here, as ${fault}`);
    }
    if (faults.length > 0)
        return faults.join('; ');
    if (inputs.manager === 'poetry') {
        for (const failure of await usePoetryPython(question))
            log.info(`poetry env use: ${failure}`);
    }
    return null;
}
function missed(text) {
    return { matched: null, text };
}


/***/ })

};

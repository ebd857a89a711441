export const id = 227;
export const ids = [227];
export const modules = {

/***/ 9227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  requireAttestation: () => (/* binding */ requireAttestation)
});

// EXTERNAL MODULE: ./src/domain/build.ts
var build = __webpack_require__(4776);
// EXTERNAL MODULE: ./src/domain/errors.ts
var errors = __webpack_require__(241);
// EXTERNAL MODULE: ./src/domain/python.ts
var domain_python = __webpack_require__(9172);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/domain/location.ts
var domain_location = __webpack_require__(1693);
// EXTERNAL MODULE: ./src/domain/parsed.ts
var parsed = __webpack_require__(3607);
// EXTERNAL MODULE: ./src/io/error-message.ts
var error_message = __webpack_require__(476);
// EXTERNAL MODULE: ./src/io/files.ts
var files = __webpack_require__(3839);
// EXTERNAL MODULE: ./src/io/http.ts + 1 modules
var http = __webpack_require__(8494);
;// CONCATENATED MODULE: ./src/attestation/snappy.ts
/**
 * Unpacks a block in Snappy's format: a length, then pieces that are literal or repeat what was
 * there before. Throws a `RangeError` where the block is damaged or would grow past `maxBytes`.
 */
function unpackSnappy(block, maxBytes) {
    let at = 0;
    const readNumber = (bytes) => {
        let value = 0;
        for (let i = 0; i < bytes; i += 1)
            value += byteAt(at + i) * 2 ** (8 * i);
        at += bytes;
        return value;
    };
    const byteAt = (index) => block[index] ?? fail('it ends too early');
    let sizeBytes = 0;
    for (let shift = 0;; shift += 7) {
        const byte = readNumber(1);
        sizeBytes += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80)
            break;
        if (shift === 28)
            fail('its length makes no sense');
    }
    if (sizeBytes > maxBytes)
        fail(`it holds more than ${maxBytes} bytes`);
    const output = Buffer.alloc(sizeBytes);
    let filled = 0;
    while (at < block.length) {
        const tag = readNumber(1);
        const upper = tag >> 2;
        if ((tag & 3) === 0) {
            const length = 1 + (upper < 60 ? upper : readNumber(upper - 59));
            if (at + length > block.length || filled + length > sizeBytes)
                fail('a piece is too long');
            output.set(block.subarray(at, at + length), filled);
            at += length;
            filled += length;
            continue;
        }
        const near = (tag & 3) === 1;
        const length = near ? 4 + (upper & 7) : 1 + upper;
        const distance = near ? ((tag >> 5) << 8) + readNumber(1) : readNumber((tag & 3) === 2 ? 2 : 4);
        if (distance === 0 || distance > filled || filled + length > sizeBytes) {
            fail('a repetition reaches too far');
        }
        // Byte by byte: what is repeated may begin within what the repetition itself writes.
        for (let end = filled + length; filled < end; filled += 1) {
            output[filled] = output[filled - distance] ?? 0;
        }
    }
    return filled === sizeBytes ? output : fail('it ends too early');
}
function fail(reason) {
    throw new RangeError(`unusable Snappy block: ${reason}`);
}

;// CONCATENATED MODULE: ./src/attestation/bundles.ts







/** The places to look for attestations of an archive, the mirror's own first. */
function bundleSources(sha256, options) {
    const { mirror, token, api } = options;
    const path = `repos/astral-sh/python-build-standalone/attestations/sha256:${sha256}`;
    const url = new URL(`${path}?predicate_type=provenance`, api);
    const authorization = token === '' ? null : `Bearer ${token}`;
    const github = { kind: 'github', url, authorization };
    if (mirror === null)
        return [github];
    const file = new URL(`attestations/sha256-${sha256}.jsonl`, mirror.base);
    return [{ kind: 'bundles', url: file, authorization: mirror.authorization }, github];
}
/** The bundles that a source has. What is wrong with one, or with the source, is one of them. */
async function* bundlesAt(source, options) {
    let items;
    try {
        const text = await readIfThere(source, options);
        if (text === null)
            return;
        items = source.kind === 'bundles' ? linesOf(text) : attestationsIn(text);
    }
    catch (error) {
        options.signal.throwIfAborted();
        return yield refused(error);
    }
    for (const item of items) {
        try {
            const bundle = source.kind === 'bundles' ? JSON.parse(String(item)) : await bundleOf(item, options);
            yield { kind: 'bundle', bundle };
        }
        catch (error) {
            options.signal.throwIfAborted();
            yield refused(error);
        }
    }
}
function refused(error) {
    return { kind: 'refused', reason: (0,error_message/* messageOf */.b)(error) };
}
function linesOf(text) {
    return text.split('\n').filter(line => line.trim() !== '');
}
function attestationsIn(text) {
    const answer = JSON.parse(text);
    const list = (0,parsed/* isObject */.G)(answer) ? answer.attestations : null;
    if (!Array.isArray(list))
        throw new TypeError('the answer has no list of attestations');
    return list;
}
/** Whether a bundle is in the answer or elsewhere depends on its size and the interface's version. */
async function bundleOf(item, { limits, signal }) {
    if (!(0,parsed/* isObject */.G)(item))
        throw new TypeError('an attestation is not an object');
    if (item.bundle)
        return item.bundle;
    const url = URL.parse(String(item.bundle_url ?? ''));
    if (url === null)
        throw new TypeError('an attestation has no bundle and no address of one');
    // From a storage that has no business with the token; the address is a signed one.
    const block = await (0,http/* getBytes */.q5)(url, { ...limits, signal });
    return JSON.parse(unpackSnappy(block, limits.maxBytes).toString());
}
async function readIfThere(location, { limits, signal }) {
    try {
        const { url } = location;
        if (url.protocol === 'file:')
            return await (0,promises_.readFile)(url, 'utf8');
        return await (0,http/* getText */.q4)(url, { ...limits, headers: (0,domain_location/* headersOf */.Y)(location), signal });
    }
    catch (error) {
        const absent = error instanceof http/* HttpError */.j$ ? error.status === 404 : (0,files/* errorCode */.CA)(error) === 'ENOENT';
        if (absent)
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var dist = __webpack_require__(1040);
// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var protobuf_specs_dist = __webpack_require__(9654);
// EXTERNAL MODULE: ./node_modules/@sigstore/tuf/seeds.json
var seeds = __webpack_require__(8032);
// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
// EXTERNAL MODULE: ./src/domain/quote.ts
var quote = __webpack_require__(6276);
;// CONCATENATED MODULE: ./src/attestation/provenance.ts






/**
 * The one signer that counts. Every release of python-build-standalone is made by this workflow,
 * started by hand on `main`; its builds of single commits are signed by others, and are not meant
 * for the public. The repository is asked for besides, because a workflow that others may call
 * keeps its own name when they do.
 */
const builder = {
    issuer: 'https://token.actions.githubusercontent.com',
    workflow: 'https://github.com/astral-sh/python-build-standalone/.github/workflows/release.yml@refs/heads/main',
    repository: 'https://github.com/astral-sh/python-build-standalone',
    // Names can be taken by somebody else when they are given up, numbers cannot.
    repositoryId: '162334160',
    ownerId: '115962839',
};
const payloadType = 'application/vnd.in-toto+json';
const statementType = 'https://in-toto.io/Statement/v1';
const predicateType = 'https://slsa.dev/provenance/v1';
/** Fulcio's certificate extensions for the repository that a workflow ran in, and its owner. */
const extensions = {
    repository: '1.3.6.1.4.1.57264.1.12',
    repositoryId: '1.3.6.1.4.1.57264.1.15',
    ownerId: '1.3.6.1.4.1.57264.1.17',
};
/**
 * Sigstore's public instance, as it was when the package that carries it was released: nothing is
 * fetched. Keys are added there about once a year, and come to us as updates of that package.
 */
function publicTrust() {
    const { /* targets */ "z": targets } = seeds/* https://tuf-repo-cdn.sigstore.dev */.T;
    return readTrust(JSON.parse(Buffer.from(targets['trusted_root.json'], 'base64').toString()));
}
/** Trust from Sigstore's own description of it, `trusted_root.json`. */
function readTrust(trustedRoot) {
    return (0,verify_dist/* toTrustMaterial */.jO)(protobuf_specs_dist.TrustedRoot.fromJSON(trustedRoot));
}
/**
 * Whether a Sigstore bundle proves that the archive with this SHA-256 (lower-case hexadecimal) was
 * made by python-build-standalone's release workflow. Never throws: what is not proved is refused.
 */
function verifyProvenance(json, { sha256, trust }) {
    try {
        const bundle = (0,dist/* bundleFromJSON */.vw)(json);
        const { content } = bundle;
        if (content.$case !== 'dsseEnvelope')
            return provenance_refused('it signs no statement');
        const signer = new verify_dist/* Verifier */.BL(trust).verify((0,verify_dist/* toSignedEntity */.DC)(bundle));
        const { payload, payloadType: type } = content.dsseEnvelope;
        const fault = findStranger(signer) ?? findFault(type, payload.toString(), sha256);
        return fault === null ? { kind: 'verified' } : provenance_refused(fault);
    }
    catch (error) {
        return provenance_refused((0,quote/* quote */.h)((0,error_message/* messageOf */.b)(error)));
    }
}
/**
 * The library's own policy is not used: it takes names for patterns, which match anywhere. What kind
 * of runner has signed is not asked: releases are made on runners of another operator.
 */
function findStranger({ identity }) {
    const signer = identity?.subjectAlternativeName ?? '';
    if (signer !== builder.workflow)
        return `it was signed by ${(0,quote/* quote */.h)(signer)}`;
    const voucher = identity?.extensions?.issuer ?? '';
    if (voucher !== builder.issuer)
        return `its signer was vouched for by ${(0,quote/* quote */.h)(voucher)}`;
    for (const name of ['repository', 'repositoryId', 'ownerId']) {
        const extension = identity?.oids?.find(({ oid }) => oid?.id.join('.') === extensions[name]);
        if (!extension?.value.equals(derText(builder[name]))) {
            return 'it was signed in another repository';
        }
    }
    return null;
}
function findFault(type, payload, sha256) {
    if (type !== payloadType)
        return `it signs ${(0,quote/* quote */.h)(type)}`;
    const statement = JSON.parse(payload);
    if (statement._type !== statementType)
        return `it states ${(0,quote/* quote */.h)(String(statement._type))}`;
    if (statement.predicateType !== predicateType) {
        return `it is about ${(0,quote/* quote */.h)(String(statement.predicateType))}`;
    }
    const covered = statement.subject?.some(({ digest }) => digest?.sha256 === sha256);
    return covered === true ? null : 'it is of other archives';
}
/** A UTF8String of less than 128 bytes, as certificates hold it. */
function derText(text) {
    return Buffer.concat([Buffer.from([0x0c, text.length]), Buffer.from(text)]);
}
function provenance_refused(reason) {
    return { kind: 'refused', reason };
}

;// CONCATENATED MODULE: ./src/attestation/attestation.ts





/** A bundle that covers a whole release, a thousand archives, has a quarter of a megabyte. */
const limits = { timeoutMs: 30_000, attempts: 3, retryDelayMs: 500, maxBytes: 16 * 1024 ** 2 };
const firstAttestedBuild = '20250211';
/**
 * Makes sure that python-build-standalone's release workflow has attested the archive with this
 * hash. Throws an `ActionError` where it has not, and where that cannot be found out.
 */
async function requireAttestation(check, authorities = {
    api: new URL('https://api.github.com/'),
    trust: publicTrust(),
    limits,
}) {
    const { python, sha256 } = check;
    const name = `${(0,domain_python/* describePython */.ut)(python)} (build ${python.build})`;
    // A build whose name is no date may be of any age: that one is asked for.
    if (python.implementation !== 'cpython' || (0,build/* compareBuilds */.V)(python.build, firstAttestedBuild) < 0) {
        throw attestationError(`${name} has no build provenance: only python-build-standalone publishes it, for its builds of CPython since ${firstAttestedBuild}.`);
    }
    if (sha256 === null) {
        throw attestationError(`The build provenance of ${name} cannot be verified: the SHA-256 of its archive is not known.`);
    }
    const findings = [];
    const { api, trust, limits } = authorities;
    for (const source of bundleSources(sha256, { ...check, api })) {
        const finding = await examine(source, sha256, { trust, limits, signal: check.signal });
        if (finding === null)
            return;
        findings.push(`${source.url.href}: ${finding}`);
    }
    throw attestationError(`No build provenance could be verified for the archive of ${name} with the SHA-256 ${sha256}: ${findings.join('; ')}.`);
}
/** Why none of a source's attestations will do; `null`: one does. A bad one hides no good one. */
async function examine(source, sha256, { trust, ...options }) {
    const refusals = [];
    for await (const found of bundlesAt(source, options)) {
        const verdict = found.kind === 'bundle' ? verifyProvenance(found.bundle, { sha256, trust }) : found;
        if (verdict.kind === 'verified')
            return null;
        refusals.push(verdict.reason);
    }
    return refusals.length === 0 ? 'there is none' : [...new Set(refusals)].join(', ');
}
function attestationError(message) {
    return new errors/* ActionError */.lZ({
        code: 'ATTESTATION_FAILED',
        message,
        hint: 'Nothing was installed. Archives that a mirror has built or changed have no attestation. If the GitHub API cannot be reached, set the input token, or use a mirror that also has the attestations: see docs/provenance.md.',
    });
}


/***/ })

};

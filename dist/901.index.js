export const id = 901;
export const ids = [901];
export const modules = {

/***/ 2901:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readZip: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _domain_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6276);
/* harmony import */ var _invalid_archive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7790);
/* harmony import */ var _tar_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2301);




/**
 * Reads the entries of a zip archive into a sink. Its list of them is at the end, and only there is
 * one to be trusted: so the whole file has to be there. Throws `InvalidArchive`, or any error.
 */
async function readZip(file, { sink, pause, maxBytes }) {
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    const zip = await openPromise(file, { autoClose: false });
    let sumBytes = 0;
    try {
        for await (const entry of zip.eachEntry()) {
            sumBytes += entry.uncompressedSize;
            if (sumBytes > maxBytes)
                throw (0,_tar_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g)(maxBytes);
            await readEntry(zip, entry, sink);
            await pause();
        }
    }
    finally {
        zip.close();
    }
}
async function readEntry(zip, found, sink) {
    const entry = entryOf(found);
    switch (entry.kind) {
        case 'folder':
            return sink.add(entry);
        case 'link': {
            const pieces = [];
            for await (const piece of await contentOf(zip, found))
                pieces.push(piece);
            return sink.add({ ...entry, target: Buffer.concat(pieces).toString() });
        }
        default: {
            sink.open(entry);
            for await (const piece of await contentOf(zip, found))
                sink.write(piece);
            sink.close();
        }
    }
}
async function* contentOf(zip, entry) {
    let sum = 0;
    for await (const piece of await zip.openReadStreamPromise(entry)) {
        sum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(piece, sum);
        yield piece;
    }
    if (sum !== entry.crc32) {
        throw new _invalid_archive_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidArchive */ .s(`its entry ${(0,_domain_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(entry.fileName)} is damaged`);
    }
}
const typeBits = 0o170000;
const types = new Map([
    [0, 'file'],
    [0o100000, 'file'],
    [0o040000, 'folder'],
    [0o120000, 'link'],
]);
const unixSystem = 3;
function entryOf(found) {
    const { fileName: name } = found;
    const isUnix = found.versionMadeBy >> 8 === unixSystem;
    const mode = isUnix ? found.externalFileAttributes >>> 16 : 0;
    const kind = name.endsWith('/') ? 'folder' : types.get(mode & typeBits);
    if (kind === undefined || (kind === 'folder' && found.uncompressedSize !== 0)) {
        throw new _invalid_archive_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidArchive */ .s(`its entry ${(0,_domain_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(name)} is not a file, folder or link`);
    }
    return {
        kind,
        name,
        target: '',
        executable: (mode & 0o111) !== 0,
        mtimeS: found.getLastModDate().getTime() / 1000,
        sizeBytes: kind === 'file' ? found.uncompressedSize : 0,
    };
}


/***/ })

};

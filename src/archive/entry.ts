/** What an archive says of one of its entries, whatever kind of archive it is. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'hard-link'
  /** As in the archive, with `/`. */
  readonly name: string
  /** Where a link leads: seen from itself, or for a hard link from the archive's top; else empty. */
  readonly target: string
  readonly executable: boolean
  /** Seconds since 1970. */
  readonly mtimeS: number
  /** Of a file's content; else 0. */
  readonly sizeBytes: number
}

/** Takes an archive's entries one after the other. All of it throws `InvalidArchive`, or a system's error. */
export interface EntrySink {
  /** A folder or a link. */
  readonly add: (entry: Entry) => void
  /** A file; its content follows. */
  readonly open: (entry: Entry) => void
  readonly write: (bytes: Buffer) => void
  readonly close: () => void
}

/** A file or link that was unpacked. */
export interface UnpackedEntry {
  /** Relative to the folder, with the system's separators. */
  readonly path: string
  /** Of a link: the length of its target. */
  readonly sizeBytes: number
}

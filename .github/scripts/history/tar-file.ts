const blockBytes = 512

/** The first file in a tar archive whose name matches; `null` where there is none. */
export function readTarFile(tar: Buffer, name: RegExp): Buffer | null {
  for (let start = 0; start + blockBytes <= tar.length; ) {
    const header = tar.subarray(start, start + blockBytes)
    const sizeBytes = Number.parseInt(text(header, 124, 136), 8) || 0
    const content = start + blockBytes
    if (name.test(text(header, 0, 100))) return tar.subarray(content, content + sizeBytes)
    start = content + Math.ceil(sizeBytes / blockBytes) * blockBytes
  }
  return null
}

function text(header: Buffer, from: number, to: number): string {
  return header.toString('latin1', from, to).replace(/\0.*$/s, '')
}

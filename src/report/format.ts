/** `11.1 MB`: decimal units, as download pages give them. */
export function formatBytes(sizeBytes: number): string {
  const [unit, divisor] =
    sizeBytes < 1e6 ? ['kB', 1e3] : sizeBytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9]
  return `${(sizeBytes / Number(divisor)).toFixed(1)} ${unit}`
}

/** `0.4 s`, `1 min 12 s`. */
export function formatDuration(ms: number): string {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** `1,037 files`, `1 file`. */
export function formatCount(count: number, noun: string, nouns = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : nouns}`
}

/** `1,037`. The system's own formatting takes 15 ms to get going. */
export function formatNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `37 MB/s`. */
export function formatRate(sizeBytes: number, ms: number): string {
  return `${formatBytes((sizeBytes / Math.max(ms, 1)) * 1000)}/s`
}

/** Pads the cells of a table so that its columns stand below each other. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row => {
    return row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join('  ')
      .trimEnd()
  })
}

/** The fields of something that was read from elsewhere. */
export type Fields = Readonly<Record<string, unknown>>

/** Whether something that was read from elsewhere is an object with fields. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether something that was read from elsewhere is a number that can count or measure. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

/** Numbers that a seed determines. */
export interface Random {
  /** From 0 up to 1. */
  next(): number
  /** Whether something of this likelihood happens. */
  chance(likelihood: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** At least one of the items, in their order. */
  some<T>(items: readonly [T, ...T[]]): readonly T[]
}

/** The generator known as mulberry32: small, and good enough to choose what is killed when. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const chance = (likelihood: number) => next() < likelihood
  const pick = <T>(items: readonly [T, ...T[]]): T =>
    items[Math.floor(next() * items.length)] ?? items[0]
  return {
    next,
    chance,
    pick,
    some: items => {
      const certain = pick(items)
      return items.filter(item => item === certain || chance(0.5))
    },
  }
}

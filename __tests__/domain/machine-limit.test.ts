import { expect, it } from 'vitest'
import {
  compileSlots,
  limitOf,
  limitOfPath,
  limitOfSignal,
  limitOnStart,
} from '../../src/domain/machine-limit.ts'

it.each([
  ['EACCES', 'noexec'],
  ['EAGAIN', 'ulimit -u'],
  ['EMFILE', 'ulimit -n'],
  ['ENFILE', 'fs.file-max'],
  ['ENOMEM', 'more memory'],
])('a program that is not started for %s has met a limit: %s', (code, hint) => {
  expect(limitOnStart(code)?.hint).toContain(hint)
})

it.each([
  ['SIGKILL', 'more memory'],
  ['SIGILL', '_v3'],
  ['SIGXFSZ', 'ulimit -f'],
  ['SIGXCPU', 'ulimit -t'],
  ['SIGSYS', 'seccomp'],
])('a program that %s ends has met a limit: %s', (signal, hint) => {
  expect(limitOfSignal(signal)?.hint).toContain(hint)
})

it.each([
  ['EMFILE', 'ulimit -n'],
  ['ENFILE', 'fs.file-max'],
  ['ENOMEM', 'more memory'],
  ['EFBIG', 'ulimit -f'],
])('where %s is refused to us, that is a limit: %s', (code, hint) => {
  expect(limitOf(code)?.hint).toContain(hint)
})

it('anything else is about the program itself', () => {
  for (const code of ['EACCES', 'EAGAIN', 'ENOSPC', null]) expect(limitOf(code)).toBeNull()
  for (const code of ['ENOENT', 'ENOEXEC', 'E2BIG', null]) expect(limitOnStart(code)).toBeNull()
  for (const signal of ['SIGSEGV', 'SIGTERM', null]) expect(limitOfSignal(signal)).toBeNull()
})

it('a path is too long for Windows, and nowhere else', () => {
  const [fits, longer] = [`C:\\${'x'.repeat(256)}`, `C:\\${'x'.repeat(257)}`]
  expect(limitOfPath(fits, 'windows')).toBeNull()
  expect(limitOfPath(longer, 'windows')?.found).toContain('260 characters')
  expect(limitOfPath(longer, 'linux')).toBeNull()
})

const MB = 1_000_000
it.each([
  [64, 450 * MB, 7],
  [64, 64_000 * MB, 64],
  [2, 24_000 * MB, 2],
  [4, 200 * MB, 1],
  [4, 100 * MB, 1],
])('%d processors and %d bytes are %d workers', (processors, memoryBytes, slots) => {
  expect(compileSlots({ processors, memoryBytes })).toBe(slots)
})

import { expect, it } from 'vitest'
import { explainDiskError, readDiskError } from '../../src/install/disk-error.ts'

function systemError(code: string, parts: object = {}): Error {
  return Object.assign(new Error(`${code}: what the system says`), { code, ...parts })
}

it.each([
  ['ENOSPC', {}, 'DISK_FAILED'],
  ['EDQUOT', {}, 'DISK_FAILED'],
  ['EACCES', { path: '/file' }, 'DISK_FAILED'],
  ['EROFS', { path: '/file' }, 'DISK_FAILED'],
  ['EMFILE', { path: '/file' }, 'MACHINE_LIMIT'],
  ['EMFILE', {}, 'MACHINE_LIMIT'],
  ['EFBIG', {}, 'MACHINE_LIMIT'],
  ['ENOMEM', {}, 'MACHINE_LIMIT'],
])('%s %j is %s, and says what it was', (system, parts, code) => {
  const error = systemError(system, parts)
  expect(explainDiskError(error)).toMatchObject({
    ...{ code, cause: error },
    message: expect.stringContaining(system),
  })
})

it.each([
  systemError('EACCES'),
  systemError('ECONNREFUSED'),
  systemError('ENOENT', { path: '/file' }),
  new TypeError('a bug'),
  'thrown',
])('%s stays what it is', error => {
  expect(explainDiskError(error)).toBe(error)
})

it.each([
  ['ENOSPC: no space left on device, write', 'ENOSPC'],
  ['EFBIG: file too large, write', 'EFBIG'],
  ['EMFILE: too many open files, open', 'EMFILE'],
  ['ECONNRESET: the other side has gone', undefined],
  ['Waiting 14 seconds before trying again', undefined],
])('the downloader need not try again after: %s', (line, code) => {
  expect(readDiskError(line)?.code).toBe(code)
})

import { expect, it } from 'vitest'
import { settingsOf } from '../../src/inputs/settings.ts'

const names = ['mirror', 'mirror-token', 'pypy-mirror', 'libc', 'python-version', 'reinstall']

it('an input is named with what has set it, and no secret is', () => {
  const env = {
    'INPUT_PYTHON-VERSION': '3.13\n3.14',
    INPUT_MIRROR: 'https://me:secret@m.test/a?sig=secret',
    'INPUT_MIRROR-TOKEN': 'secret',
    INPUT_LIBC: 'musl',
    UV_LIBC: 'gnu',
    UV_PYTHON_INSTALL_MIRROR: 'https://other.test',
    UV_PYPY_INSTALL_MIRROR: ' https://p.test ',
  }
  expect(settingsOf(env, names)).toEqual([
    { input: 'libc', value: 'musl', from: 'the input libc' },
    { input: 'mirror', value: 'https://***@m.test/a?***', from: 'the input mirror' },
    { input: 'mirror-token', value: '***', from: 'the input mirror-token' },
    { input: 'pypy-mirror', value: 'https://p.test', from: 'the variable UV_PYPY_INSTALL_MIRROR' },
    { input: 'python-version', value: '3.13\n3.14', from: 'the input python-version' },
  ])
})

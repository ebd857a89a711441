import { randomUUID } from 'node:crypto'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  openRegistry,
  parseRegistryFile,
  renderRegistryFile,
} from '../../src/io/windows-registry.ts'
import { temporaryFolder } from '../support/shared.ts'
import { childEnv } from '../support/unpacked-python.ts'

const key = 'HKEY_CURRENT_USER\\Software\\ä b'

describe('a registry file', () => {
  it('is in the form that Windows reads', () => {
    const write = { [key]: { '': 'C:\\a "b"', Näme: '1' }, [`${key}\\empty`]: {} }
    expect(renderRegistryFile({ remove: ['HKEY_CURRENT_USER\\old'], write }).split('\r\n')).toEqual(
      [
        'Windows Registry Editor Version 5.00',
        '',
        '[-HKEY_CURRENT_USER\\old]',
        '',
        `[${key}]`,
        '@="C:\\\\a \\"b\\""',
        '"Näme"="1"',
        '',
        `[${key}\\empty]`,
        '',
        '',
      ],
    )
  })

  it('says what was written into it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 })
    const name = text.filter(each => each !== '__proto__')
    const texts = fc.dictionary(name, text, { maxKeys: 4 })
    fc.assert(
      fc.property(texts, values => {
        const write = { [key]: { ...values } }
        expect(parseRegistryFile(renderRegistryFile({ remove: [], write }))).toEqual(write)
      }),
    )
  })

  it('may hold values that are no texts', () => {
    const text = `\ufeffWindows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n"a"=dword:00000001\r\n"b"=hex(2):25,00,\\\r\n  00,00\r\n"c"="x"\r\n`
    expect(parseRegistryFile(text)).toEqual({ [key]: { c: 'x' } })
  })
})

describe.runIf(process.platform === 'win32')('the registry', async () => {
  const folder = await temporaryFolder()
  const program = path.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe')
  const signal = new AbortController().signal
  const registry = openRegistry(program, folder.path, { env: childEnv, timeoutMs: 60_000, signal })
  const own = `HKEY_CURRENT_USER\\Software\\setup-managed-python-${randomUUID()}`
  afterAll(async () => {
    await registry.write({ remove: [own], write: {} })
    await folder.remove()
  })

  it('keeps what is written, in any language, until it is removed', async () => {
    expect(await registry.read(own)).toEqual({})
    const write = {
      [own]: { Name: '"1"' },
      [`${own}\\日本`]: { '': 'C:\\wërkzeüg\\日本 語', x: '\\' },
    }
    await registry.write({ remove: [], write })
    expect(await registry.read(own)).toEqual(write)
    await registry.write({ remove: [`${own}\\日本`], write: {} })
    expect(await registry.read(own)).toEqual({ [own]: { Name: '"1"' } })
  })
})

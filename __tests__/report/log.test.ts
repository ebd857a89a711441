import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { log, sanitize } from '../../src/report/log.ts'
import { parseCommand } from '../support/runner-log.ts'

describe('a text', () => {
  it.each([
    ['CPython 3.13.5: 12 MB', 'CPython 3.13.5: 12 MB'],
    ['ä ☃ → 🐍', 'ä ☃ → 🐍'],
    ['a::b ::c::', 'a::b ::c::'],
    ['::set-env name=PATH::/evil', ' : :set-env name=PATH::/evil'],
    ['  \t::add-mask::x', ' : :add-mask::x'],
    ['##[add-mask]x', '## [add-mask]x'],
    ['text ##[error]x ##[warning]', 'text ## [error]x ## [warning]'],
    ['one\n::error::two\r\n##[error]', 'one ::error::two ## [error]'],
    ['\n::error::x', ' : :error::x'],
    ['a\0b\u0085c\u2028d\u2029e\u007f', 'a b c d e '],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]8;;https://evil.test\u0007link\u001b]8;;\u0007', 'link'],
    ['\u001b[0m::error::x', ' : :error::x'],
    ['#\u001b[0m#\u001b[0m[error]x', '## [error]x'],
    ['##\u001b[0m[error]x', '## [error]x'],
    [':\u001b[0m:error::x', ' : :error::x'],
    ['', ''],
  ])('%j becomes %j', (text, shown) => {
    expect(sanitize(text)).toBe(shown)
  })

  it('is cut before what takes long is done to it', () => {
    expect(sanitize('x'.repeat(8_001))).toBe(`${'x'.repeat(8_000)}…`)
    // Whole, it takes half a minute.
    expect(sanitize(`\u001b]8;;${'\u001b]'.repeat(160_000)}`).length).toBeLessThan(8_100)
  })

  const pieces = [
    ':',
    '::',
    '#',
    '##',
    '[',
    ']',
    ' ',
    '\n',
    '\r',
    '\t',
    '\0',
    '\u001b',
    '\u001b[1m',
    '\u009b',
    '\u0085',
    '\u2028',
    'error',
    'add-mask',
    'm',
    '0',
  ]
  const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map(list => list.join(''))

  it('is one line and no command, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), text => {
        const shown = sanitize(text)
        expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(shown).not.toContain('##[')
        expect(shown.trimStart().startsWith('::')).toBe(false)
        expect(parseCommand(shown)).toBe(null)
      }),
      { numRuns: 1000 },
    )
  })

  it('stays sanitize', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(sanitize(sanitize(text)).replace(/^\s+/, '')).toBe(
          sanitize(text).replace(/^\s+/, ''),
        )
      }),
    )
  })
})

describe('the log', () => {
  afterEach(() => vi.restoreAllMocks())
  const written = (write: () => void) => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    write()
    const text = out.mock.calls.map(([chunk]) => String(chunk)).join('')
    out.mockRestore()
    return text
  }
  const hostile = 'one\n::set-env name=X::y\n##[error]100%'
  const shown = 'one ::set-env name=X::y ## [error]100%'

  it.each([
    ['info', `${shown}\n`],
    ['aside', `\u001b[2m${shown}\u001b[22m\n`],
    ['debug', `::debug::${shown.replace('%', '%25')}\n`],
    ['notice', `::notice::${shown.replace('%', '%25')}\n`],
    ['warning', `::warning::${shown.replace('%', '%25')}\n`],
  ] as const)('%s writes one line', (level, line) => {
    expect(written(() => log[level](hostile)).replaceAll('\r\n', '\n')).toBe(line)
  })

  it('names an error by its code', () => {
    const line = written(() => log.error(hostile, 'LIST_INVALID')).trimEnd()
    expect(parseCommand(line)).toEqual({
      command: 'error',
      properties: { title: 'LIST_INVALID' },
      message: shown,
    })
  })

  it('groups what is written meanwhile, and gives back what comes of it', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const result = await log.group('a\n::error::b', async () => {
      log.info('inside')
      return 5
    })
    const lines = out.mock.calls.map(([chunk]) => String(chunk).trimEnd())
    out.mockRestore()
    expect([result, lines]).toEqual([5, ['::group::a ::error::b', 'inside', '::endgroup::']])
  })
})

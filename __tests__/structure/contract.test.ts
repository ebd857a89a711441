import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fillTables } from '../../.github/scripts/readme-tables.ts'
import { readInputs } from '../../src/inputs/read.ts'
import { inputVariable, inputVariables, readMetadata } from '../support/runner-environment.ts'
import { projectFolder } from '../support/shared.ts'

const metadata = await readMetadata()
/** What the runner hands over when the workflow sets nothing but the version. */
const defaults = inputVariables(metadata, { 'python-version': '3.13' }, '')

test('the inputs that are read are those of action.yml', async () => {
  const read = new Set<string>()
  const env = new Proxy<Record<string, string | undefined>>(
    { ...defaults },
    {
      get(target, name) {
        if (String(name).startsWith('INPUT_')) read.add(String(name))
        return target[String(name)]
      },
    },
  )
  await readInputs(env)
  expect([...read].sort()).toEqual(Object.keys(metadata.inputs).map(inputVariable).sort())
})

test("the README's tables are those of action.yml: else run `npm run fix`", () => {
  const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8')
  expect(readme).toBe(fillTables(readme, metadata))
})

test('tables and example replace what is between their markers, and nothing else', () => {
  const readme =
    'a\n<!-- inputs:start -->\nold\n<!-- inputs:end -->\nb\n<!-- example:start --><!-- example:end -->\n<!-- outputs:start --><!-- outputs:end -->\n'
  const filled = fillTables(
    readme,
    {
      inputs: {
        one: { description: 'First. See docs/more.md.', default: 'auto' },
        'two-three': { description: 'Second, or UV_TWO like two-three.' },
      },
      outputs: { three: { description: 'Third | or not.' } },
    },
    [['Group', ['one', 'two-three']]],
  )
  expect(filled).toBe(
    `a
<!-- inputs:start -->

**Group**

- \`one\`: First. See [docs/more.md](docs/more.md). Default: \`auto\`.
- \`two-three\`: Second, or \`UV_TWO\` like \`two-three\`.

<!-- inputs:end -->
b
<!-- example:start -->

\`\`\`yaml
- uses: org/setup-managed-python@v1
  with:
    # Group
    one: auto                        # First
    two-three: ''                    # Second
\`\`\`

<!-- example:end -->
<!-- outputs:start -->

| Output | Meaning |
| --- | --- |
| \`three\` | Third \\| or not. |

<!-- outputs:end -->
`,
  )
  expect(fillTables(filled, { inputs: {}, outputs: {} })).not.toContain('First')
})

test('an input that is in no group is an error', () => {
  const inputs = { lost: { description: 'Lost.' } }
  expect(() => fillTables('', { inputs, outputs: {} })).toThrow('no group for lost')
})

test("a first clause that would make the README's example scroll is an error", () => {
  const inputs = { long: { description: `${'word '.repeat(20)}. Short.` } }
  const markers =
    '<!-- inputs:start --><!-- inputs:end --><!-- example:start --><!-- example:end -->'
  expect(() => fillTables(markers, { inputs, outputs: {} }, [['Group', ['long']]])).toThrow(
    "too long for the README's example",
  )
})

test('a README without markers is an error that names them', () => {
  expect(() => fillTables('# Title\n', { inputs: {}, outputs: {} })).toThrow(
    '<!-- inputs:start -->',
  )
})

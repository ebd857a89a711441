import { expect, test } from 'vitest'
import { breachesOf, missingFromGate } from '../../.github/scripts/workflow-rules.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'

const good = `
permissions: {}
jobs:
  test:
    container: alpine:3.23
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@${sha} # v7.0.1
        with:
          persist-credentials: false
      - uses: ./
  gate:
    needs: [test]
    permissions: {}
    steps: []
`

function breaches(text: string): string {
  return breachesOf({ path: 'ci.yml', text }).join('\n')
}

test('a good workflow has no breaches', () => {
  expect(breaches(good)).toBe('')
  expect(missingFromGate({ path: 'ci.yml', text: good }, 'gate')).toEqual([])
})

test.each([
  [`@${sha} # v7.0.1`, '@v7', 'actions/checkout@v7 is not pinned'],
  [' # v7.0.1', '', 'is not pinned'],
  [sha, sha.slice(1), 'is not pinned'],
  ['alpine:3.23', 'alpine', 'the image alpine has no version'],
  ['alpine:3.23', 'alpine:latest', 'the image alpine:latest has no version'],
  ['alpine:3.23', '{ image: "alpine:edge", options: -v }', 'the image alpine:edge has no version'],
  ['alpine:3.23', `alpine:3.23@sha256:${sha}`, 'has no version'],
  ['permissions: {}\njobs', 'jobs', 'does not start from `permissions: {}`'],
  ['permissions: {}\njobs', 'permissions: write-all\njobs', 'does not start from'],
  ['    permissions: { contents: read }\n', '', 'the job test does not state its permissions'],
  ['persist-credentials: false', 'fetch-depth: 0', "the job test leaves checkout's credentials"],
])('%j instead of %j: %s', (from, to, breach) => {
  expect(breaches(good.replace(from, to))).toContain(`ci.yml: `)
  expect(breaches(good.replace(from, to))).toContain(breach)
})

test.each([
  ['needs: [test]', 'needs: []', ['test']],
  ['    needs: [test]\n', '', ['test']],
  ['needs: [test]', 'needs: test', []],
  ['jobs:', 'jobs:\n  new: {}', ['new']],
])('%j instead of %j: missing are %j', (from, to, missing) => {
  const text = good.replace(from, to)
  expect(missingFromGate({ path: 'ci.yml', text }, 'gate')).toEqual(missing)
})

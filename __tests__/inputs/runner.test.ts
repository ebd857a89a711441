import path from 'node:path'
import { expect, it } from 'vitest'
import { toolCacheFolder } from '../../src/inputs/runner.ts'

const home = () => path.resolve('/home/me')

it.each([
  [{ RUNNER_TOOL_CACHE: '/tools', AGENT_TOOLSDIRECTORY: '/agent', RUNNER_TEMP: '/t' }, '/tools'],
  [{ RUNNER_TOOL_CACHE: '/a/../tools/' }, '/tools'],
  [{ RUNNER_TOOL_CACHE: '', AGENT_TOOLSDIRECTORY: '/agent' }, '/agent'],
  [{ RUNNER_TEMP: '/runner/_work/_temp' }, '/runner/_work/_tool'],
  [{}, '/home/me/.cache/setup-managed-python'],
])('the tool cache for %j', (env, folder) => {
  expect(toolCacheFolder(env, home)).toBe(path.resolve(folder))
})

it('the home folder is looked for only where it is needed: a user may have none', () => {
  const homeless = () => {
    throw new Error('no home')
  }
  expect(toolCacheFolder({ RUNNER_TEMP: '/t/_temp' }, homeless)).toBe(path.resolve('/t/_tool'))
  expect(() => toolCacheFolder({}, homeless)).toThrow('no home')
})

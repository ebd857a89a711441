import path from 'node:path'
import type { Variables } from '../io/process-environment.ts'

/**
 * The folder that tools are kept in between jobs. In containers and outside of a runner it may
 * be unnamed: then it is where the runner would have it, beside its folder for temporary files,
 * or else below the home folder.
 */
export function toolCacheFolder(env: Variables, home: () => string): string {
  const named = env.RUNNER_TOOL_CACHE || env.AGENT_TOOLSDIRECTORY
  if (named) return path.resolve(named)
  if (env.RUNNER_TEMP) return path.join(path.dirname(path.resolve(env.RUNNER_TEMP)), '_tool')
  return path.join(home(), '.cache', 'setup-managed-python')
}

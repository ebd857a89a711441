/** The package managers whose caches can be kept. */
export const packageManagers = ['pip', 'pipenv', 'poetry', 'uv', 'pdm'] as const
export type PackageManager = (typeof packageManagers)[number]

/**
 * What a manager's cache is worth to a job: `downloads` may be of other versions, and what is missing
 * is added; `environments` are installed already, and right or wrong as a whole.
 */
export type CacheContent = 'downloads' | 'environments'

/** What each manager's cache has in it. */
export const cacheContents: Readonly<Record<PackageManager, CacheContent>> = {
  pip: 'downloads',
  pipenv: 'environments',
  poetry: 'environments',
  uv: 'downloads',
  pdm: 'downloads',
}

/**
 * The files that say what a manager installs, as patterns in a workspace. The first group of which
 * there is a file counts, setup-python's own first.
 */
export const dependencyPatterns: Readonly<Record<PackageManager, readonly (readonly string[])[]>> =
  {
    pip: [
      ['**/requirements.txt'],
      ['**/pyproject.toml'],
      ['**/pylock.toml', '**/pylock.*.toml'],
      ['**/setup.cfg', '**/setup.py'],
    ],
    pipenv: [['**/Pipfile.lock']],
    poetry: [['**/poetry.lock']],
    uv: [
      ['**/uv.lock'],
      ['**/pylock.toml', '**/pylock.*.toml'],
      ['**/requirements.txt'],
      ['**/pyproject.toml'],
      ['**/setup.cfg', '**/setup.py'],
    ],
    pdm: [['**/pdm.lock'], ['**/pylock.toml', '**/pylock.*.toml'], ['**/pyproject.toml']],
  }

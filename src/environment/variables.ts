/** Settings of package managers that say nothing about what is installed. */
const irrelevant =
  /^[A-Z]+_(.*CACHE.*|DISABLE_PIP_VERSION_CHECK|PROGRESS_BAR|NO_PROGRESS|QUIET|VERBOSE|NO_COLOR|COLOR|LOG.*|TIMEOUT|.*_TIMEOUT|RETRIES|.*_RETRIES|ROOT_USER_ACTION|NO_INPUT|CONCURRENT_.*|KEYRING_PROVIDER|PYTHON_INSTALL_.*|PYTHON_CACHE_DIR|PYTHON_DOWNLOADS.*|PYPY_INSTALL_MIRROR|TOOL_.*|PUBLISH_.*|PROJECT_ENVIRONMENT|COMPILE_BYTECODE.*|NO_COMPILE|LIBC|VIRTUALENVS_.*|VENV_IN_PROJECT|NOSPIN|CHECK_UPDATE)$/

const managers = /^(PIP|UV|POETRY|PDM|PIPENV)_/

const secret = /(PASSWORD|USERNAME|TOKEN|CLIENT_CERT)/

/**
 * The settings of package managers that change what is installed, as lines `NAME=value` in a fixed
 * order. Credentials have no part in it: they change with each run, and a key is no place for them.
 */
export function installSettings(
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.entries(env)
    .filter(([name]) => managers.test(name) && !irrelevant.test(name) && !secret.test(name))
    .map(([name, value = '']) => `${name}=${withoutCredentials(value)}`)
    .sort()
}

/** The same text, without what comes before `@` and after `?` in its addresses. */
function withoutCredentials(text: string): string {
  return text.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)(?:[^/\s@]*@)?([^\s?]*)(?:\?\S*)?/gi, '$1$2')
}

import { describe, expect, it } from 'vitest'
import { indexSettings, readPipConfiguration } from '../../src/install/pip-settings.ts'

describe('what pip gets to install itself', () => {
  it('is where packages come from, and nothing that sends it elsewhere', () => {
    const job = {
      PIP_INDEX_URL: 'https://index.test/simple',
      PIP_PREFIX: '/some/where',
      PIP_TARGET: '/some/where',
      PIP_USER: '1',
      PIP_DRY_RUN: '1',
      PIP_REQUIRE_VIRTUALENV: '1',
      PIP_CONSTRAINT: '/constraints.txt',
      PIP_CONFIG_FILE: '/pip.conf',
      HTTPS_PROXY: 'http://proxy.test',
      no_proxy: 'localhost',
      ALL_PROXY: undefined,
      SSL_CERT_FILE: '/ca.pem',
      NETRC: '/netrc',
      XDG_CONFIG_HOME: '/config',
      PYTHONPATH: '/evil',
      GITHUB_TOKEN: 'secret',
      MY_PIP_TOKEN: 'secret',
    }
    const configuration = {
      'index-url': 'https://file.test',
      'trusted-host': 'file.test',
      user: 'true',
    }
    expect(indexSettings(configuration, job)).toEqual({
      PIP_INDEX_URL: 'https://index.test/simple',
      PIP_TRUSTED_HOST: 'file.test',
      PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null',
      PIP_NO_INPUT: '1',
      HTTPS_PROXY: 'http://proxy.test',
      no_proxy: 'localhost',
      SSL_CERT_FILE: '/ca.pem',
      NETRC: '/netrc',
      XDG_CONFIG_HOME: '/config',
    })
  })

  it('has the settings of `install` before those of all commands', async () => {
    const pairs = [
      ['install.index-url', 'https://install.test'],
      ['global.index-url', 'https://global.test'],
      ['global.proxy', 'http://proxy.test'],
      [':env:.index-url', 'https://env.test'],
    ]
    expect(await readPipConfiguration(async () => JSON.stringify(pairs))).toEqual({
      'index-url': 'https://install.test',
      proxy: 'http://proxy.test',
    })
  })
})

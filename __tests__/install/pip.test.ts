import { expect, it } from 'vitest'
import { pipEnvironment } from '../../src/install/pip.ts'

it('pip gets its own settings and the way to an index, and nothing else of the job', () => {
  const job = {
    PIP_INDEX_URL: 'https://index.test/simple',
    HTTPS_PROXY: 'http://proxy.test',
    https_proxy: 'http://proxy.test',
    no_proxy: 'localhost',
    ALL_PROXY: undefined,
    SSL_CERT_FILE: '/ca.pem',
    REQUESTS_CA_BUNDLE: '/ca.pem',
    NETRC: '/netrc',
    PYTHONPATH: '/evil',
    GITHUB_TOKEN: 'secret',
    INPUT_TOKEN: 'secret',
    MY_PIP_TOKEN: 'secret',
  }
  expect(pipEnvironment(job, { PATH: '/bin' })).toEqual({
    PATH: '/bin',
    PIP_INDEX_URL: 'https://index.test/simple',
    HTTPS_PROXY: 'http://proxy.test',
    https_proxy: 'http://proxy.test',
    no_proxy: 'localhost',
    SSL_CERT_FILE: '/ca.pem',
    REQUESTS_CA_BUNDLE: '/ca.pem',
    NETRC: '/netrc',
  })
})

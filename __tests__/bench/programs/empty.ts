/** The least that an action can be: what every action takes before it has done anything. */
import * as core from '@actions/core'

core.debug('nothing to do')

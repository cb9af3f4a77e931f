import { Option } from 'commander'
import type { Terminal } from './terminal.ts'

/** Given each command's exit status. */
export type Ending = (status: number | Promise<number>) => Promise<void>

/** The option by which a command works as of another moment. */
export const nowOption = ({ say }: Terminal): Option => new Option('--now <moment>', say('help.now'))

import { Option } from 'commander'
import type { Terminal } from './terminal.ts'

/** Receives each command's exit status. */
export type Ending = (status: number | Promise<number>) => Promise<void>

/** The option for the moment a command works as of. */
export const nowOption = ({ say }: Terminal): Option => new Option('--now <moment>', say('help.now'))

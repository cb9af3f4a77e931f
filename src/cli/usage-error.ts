/** Wrong usage: the command line words it from `cli.json` (`usage.<key>`) and ends with 64. */
export class Usage extends Error {
  readonly key: string
  readonly slots: Readonly<Record<string, string | number>>

  constructor(key: string, slots: Readonly<Record<string, string | number>>) {
    super(`${key} ${JSON.stringify(slots)}`)
    this.name = 'Usage'
    this.key = key
    this.slots = slots
  }
}

/** Exit statuses; 64 is EX_USAGE of BSD's sysexits. */
export const DONE = 0
export const INPUT_HAS_ERRORS = 1
export const WRONG_USAGE = 64

/** Commander's errors as wrong usage of ours. Its own messages are in one language only. */
export function usageOf({ code, message }: { readonly code: string; readonly message: string }): Usage {
  const key = code.replace(/^commander\./, '')
  const known = ['unknownOption', 'unknownCommand', 'missingArgument', 'optionMissingArgument', 'excessArguments']
  const name = /'([^']+)'/.exec(message)?.[1] ?? ''
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1] ?? ''
  if (key === 'invalidArgument') {
    const allowed = /Allowed choices are ([^.]+)\./.exec(message)?.[1] ?? ''
    return new Usage('invalidArgument', {
      name,
      value: /argument '([^']+)' is invalid/.exec(message)?.[1] ?? '',
      allowed,
    })
  }
  return new Usage(known.includes(key) ? key : 'other', near === '' ? { name } : { name, near, context: 'near' })
}

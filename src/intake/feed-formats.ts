import type { FeedFormat } from './feed-format.ts'
import { statuspageHistory } from './formats/statuspage-history.ts'
import { statuspageJson } from './formats/statuspage-json.ts'

/** Every format, those first that are recognised by more. */
export const feedFormats: readonly FeedFormat[] = [statuspageJson, statuspageHistory]

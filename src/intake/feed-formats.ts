import type { FeedFormat } from './feed-format.ts'
import { awsData } from './formats/aws-data.ts'
import { awsEvents } from './formats/aws-events.ts'
import { awsRss } from './formats/aws-rss.ts'
import { azureEvents } from './formats/azure-events.ts'
import { betterStack } from './formats/better-stack.ts'
import { cachet } from './formats/cachet.ts'
import { googleCloud } from './formats/google-cloud.ts'
import { herokuStatus } from './formats/heroku-status.ts'
import { incidentIo } from './formats/incident-io.ts'
import { incidentList } from './formats/incident-list.ts'
import { instatus } from './formats/instatus.ts'
import { mappedCsv, mappedFeed, mappedJson } from './formats/mapped-list.ts'
import { cstatePages, postMortem } from './formats/page-folder.ts'
import { salesforceTrust } from './formats/salesforce-trust.ts'
import { slackStatus } from './formats/slack-status.ts'
import { statusIo } from './formats/status-io.ts'
import { statuspageHistory } from './formats/statuspage-history.ts'
import { statuspageJson } from './formats/statuspage-json.ts'
import { upptime } from './formats/upptime.ts'
import { uptimeKuma } from './formats/uptime-kuma.ts'

/** Every format, those first that are recognised by more. */
export const feedFormats: readonly FeedFormat[] = [
  statuspageJson,
  statuspageHistory,
  googleCloud,
  awsData,
  awsRss,
  awsEvents,
  azureEvents,
  slackStatus,
  statusIo,
  herokuStatus,
  salesforceTrust,
  instatus,
  incidentIo,
  betterStack,
  uptimeKuma,
  cachet,
  cstatePages,
  postMortem,
  upptime,
  incidentList,
  mappedFeed,
  mappedCsv,
  mappedJson,
]

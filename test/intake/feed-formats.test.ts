import { keepsTheFeedPromise } from './feed-contract.ts'

// One sample of each shape, invented; what real ones say is tried by `npm run test:real` where DEPECHE_FEEDS names them.

const at = (text: string) => Date.parse(text)

keepsTheFeedPromise('statuspage', {
  file: 'statuspage.json',
  incidents: {
    abc123: {
      title: 'Orion Mail is slow',
      state: 'resolved',
      started: { at: at('2026-03-02T09:00Z') },
      ended: { at: at('2026-03-02T10:00Z') },
      services: [{ name: 'Orion Mail', condition: 'partial_outage' }],
      url: 'https://status.orion.example/incidents/abc123',
    },
    def456: {
      title: 'Network maintenance',
      state: 'planned',
      isMaintenance: true,
      planned: { from: at('2026-03-09T22:00Z'), to: at('2026-03-09T23:00Z') },
    },
  },
})

keepsTheFeedPromise('statuspage-history', {
  file: 'statuspage-history.atom',
  incidents: {
    ghi789: {
      title: 'Orion Mail is unavailable',
      provider: 'Orion',
      state: 'resolved',
      started: { at: at('2025-12-31T23:10Z'), precision: 'by' },
      ended: { at: at('2026-01-01T00:30Z') },
    },
  },
})

const hour = {
  started: { at: at('2026-03-02T09:00Z') },
  ended: { at: at('2026-03-02T10:00Z') },
  state: 'resolved',
} as const

keepsTheFeedPromise('google-cloud', {
  file: 'google-cloud.json',
  incidents: {
    gc1: { ...hour, title: 'Slow reads', services: [{ name: 'Orion Query' }], regions: ['Finland (europe-north1)'] },
  },
})

keepsTheFeedPromise('aws-data', {
  file: 'aws-data.json',
  incidents: {
    'compute-us-east-2-1772445600': {
      title: 'Error rates',
      state: 'resolved',
      services: [{ name: 'Orion Compute' }],
      regions: ['Ohio'],
      started: { at: at('2026-03-02T10:00Z'), precision: 'by' },
      ended: { at: at('2026-03-02T11:10Z'), precision: 'by' },
    },
  },
})

keepsTheFeedPromise('aws-rss', {
  file: 'aws-rss.xml',
  incidents: {
    'directconnect-eu-central-1-1772445600': {
      title: 'Packet loss',
      state: 'resolved',
      services: [{ name: 'AWS Direct Connect' }],
      regions: ['Frankfurt'],
      started: { at: at('2026-03-02T10:00Z'), precision: 'by' },
      ended: { at: at('2026-03-02T11:00Z'), precision: 'by' },
    },
  },
})

keepsTheFeedPromise('aws-events', {
  file: 'aws-events.json',
  incidents: { 'event.EC2.AWS_EC2_ISSUE.EC2_1': { title: 'Error rates', state: 'ongoing', regions: ['Ohio'] } },
})

keepsTheFeedPromise('azure-events', {
  file: 'azure-events.json',
  incidents: { AB1: { ...hour, title: 'Orion Web - Errors', services: [{ name: 'Orion Web' }], regions: [] } },
})

keepsTheFeedPromise('slack', {
  file: 'slack.json',
  incidents: {
    7: {
      title: 'Trouble with search',
      state: 'resolved',
      started: { at: at('2026-03-02T09:00Z'), precision: 'by' },
      ended: { at: at('2026-03-02T10:00Z'), precision: 'by' },
    },
  },
})

keepsTheFeedPromise('status-io', {
  file: 'status-io.json',
  incidents: {
    sio1: { title: 'Builds are stuck', state: 'ongoing', services: [{ name: 'Orion Builds' }] },
    sio2: {
      state: 'planned',
      isMaintenance: true,
      planned: { from: at('2026-03-09T22:00Z'), to: at('2026-03-09T23:00Z') },
    },
  },
})

keepsTheFeedPromise('heroku', {
  file: 'heroku.json',
  incidents: { 1: { title: 'Connection timeouts', state: 'ongoing' } },
})

keepsTheFeedPromise('salesforce', { file: 'salesforce.json', incidents: { 9: hour } })

keepsTheFeedPromise('cstate', {
  file: 'cstate.md',
  incidents: {
    cstate: {
      ...hour,
      title: 'Mail server down',
      updates: [
        { at: at('2026-03-02T09:05Z'), phase: 'update', text: 'The mail server does not answer.' },
        { at: at('2026-03-02T10:00Z'), phase: 'update', text: 'The server answers again.' },
      ],
    },
  },
})

keepsTheFeedPromise('post-mortem', {
  file: 'post-mortem.md',
  incidents: { 'post-mortem': { ...hour, cause: 'a full disk', provider: 'Orion' } },
})

keepsTheFeedPromise('upptime', {
  file: 'upptime.tsv',
  incidents: {
    'Orion-Web-2026-03-02': {
      state: 'resolved',
      gathered: 2,
      ended: { at: at('2026-03-02T12:00Z'), precision: 'by' },
      remarks: [{ key: 'gathered', slots: { count: '2' } }],
    },
  },
})

keepsTheFeedPromise('csv', {
  file: 'table.csv',
  incidents: { t1: { ...hour, title: 'Mail, and web', services: [{ name: 'Orion Mail' }, { name: 'Orion Web' }] } },
})

keepsTheFeedPromise('feed', {
  file: 'feed.xml',
  incidents: { f1: { title: 'Trouble with mail', state: 'resolved', url: 'https://status.orion.example/f1' } },
})

keepsTheFeedPromise('instatus', {
  file: 'instatus.json',
  incidents: {
    in1: { title: 'Orion Mail is slow', state: 'ongoing', provider: 'Orion', started: { at: at('2026-03-02T09:00Z') } },
    in2: { state: 'planned', isMaintenance: true, planned: { from: at('2026-03-09T22:00Z') } },
  },
})

keepsTheFeedPromise('incident-io', {
  file: 'incident-io.json',
  incidents: {
    '01A': {
      state: 'recovering',
      provider: 'Orion',
      services: [{ name: 'Orion Search', condition: 'degraded_performance' }],
      updates: [
        { at: at('2026-03-02T09:40Z'), phase: 'update', text: 'Search is answering again, and we are watching it.' },
      ],
    },
    '01B': { state: 'planned', planned: { from: at('2026-03-09T22:00Z'), to: at('2026-03-09T23:00Z') } },
  },
})

keepsTheFeedPromise('better-stack', {
  file: 'better-stack.json',
  incidents: {
    31: { ...hour, title: 'Slow pages', services: [{ name: 'Orion Web', condition: 'degraded' }] },
    32: {
      state: 'planned',
      isMaintenance: true,
      planned: { from: at('2026-03-09T22:00Z'), to: at('2026-03-09T23:00Z') },
    },
  },
})

keepsTheFeedPromise('uptime-kuma', {
  file: 'uptime-kuma.json',
  incidents: {
    3: { state: 'ongoing', started: { at: at('2026-03-02T09:00Z'), precision: 'by' } },
    8: { state: 'planned', planned: { from: at('2026-03-09T22:00Z'), to: at('2026-03-09T23:00Z') } },
  },
})

keepsTheFeedPromise('cachet', {
  file: 'cachet.json',
  incidents: {
    1: { state: 'resolved', started: { at: at('2026-03-02T08:30Z') }, ended: { at: at('2026-03-02T10:00Z') } },
    2: { state: 'ongoing', started: { at: at('2026-03-02T09:00Z'), precision: 'by' } },
  },
})

keepsTheFeedPromise('incidents', {
  file: 'incidents.json',
  incidents: {
    11: { ...hour, title: 'Mail is delayed', services: [{ name: 'Orion Mail' }], isMaintenance: false },
    13: { state: 'ongoing', started: { at: at('2026-03-02T09:00Z') } },
  },
})

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

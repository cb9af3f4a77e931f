/** What something that fails is: its failure is told in the words of that sort. */
export const serviceSorts = {
  app: 'An application.',
  site: 'A website.',
  portal: 'A public portal.',
  game: 'A game: its users are players.',
  network: 'A network of telephones or computers.',
  calls: 'Telephone calls.',
  internet: 'Internet access.',
  messages: 'Text messages: they do not arrive.',
  television: 'A television service.',
  channel: 'A television channel or a radio station: it goes off air.',
  transport: 'Trains, trams, buses, ferries: they stop running.',
  traffic: 'Traffic on a line, a road, at an airport.',
  flights: 'Flights.',
  payment: 'Payments, transfers, a payment scheme.',
  card: 'Cards: they are declined.',
  machine: 'Cash machines, terminals, check-in: they are out of service.',
  power: 'Electricity.',
  water: 'Water.',
  heating: 'Heating.',
  'data centre': 'A data centre.',
  cable: 'Cables.',
  'emergency numbers': 'Numbers to call in an emergency.',
  hospital: 'A hospital, or what it does for patients.',
  data: 'Data.',
} as const

/** What something that fails is. */
export type ServiceSort = keyof typeof serviceSorts

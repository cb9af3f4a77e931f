/** States of an incident, as options of the command line offer them. */
export const STATES = ['planned', 'ongoing', 'recovering', 'resolved', 'disputed', 'retracted'] as const

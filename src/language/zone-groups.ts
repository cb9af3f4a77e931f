/**
 * Zones whose people name their time by another one's, since the clocks of both show the same all year: in Detroit they
 * have the time of New York, and in Vaduz that of Zurich. By the zone that names them all.
 */
const GROUPS: Readonly<Record<string, string>> = {
  UTC: 'Etc/UTC Etc/UCT Etc/Zulu Etc/Universal UCT Zulu Universal',
  GMT: 'Etc/GMT Etc/Greenwich Etc/GMT0 Etc/GMT+0 Etc/GMT-0 Greenwich GMT0 GMT+0 GMT-0',
  'America/New_York':
    'America/Detroit America/Indiana/Indianapolis America/Indianapolis America/Indiana/Vincennes America/Indiana/Winamac America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay America/Kentucky/Louisville America/Louisville America/Kentucky/Monticello US/Michigan US/East-Indiana EST5EDT',
  'America/Chicago':
    'America/Menominee America/Indiana/Tell_City America/Indiana/Knox America/Knox_IN America/North_Dakota/Center America/North_Dakota/New_Salem America/North_Dakota/Beulah US/Indiana-Starke CST6CDT',
  'America/Denver': 'America/Boise MST7MDT',
  'America/Los_Angeles': 'PST8PDT',
  'America/Anchorage': 'America/Juneau America/Sitka America/Nome America/Yakutat America/Metlakatla',
  'America/Toronto': 'America/Iqaluit America/Nipigon America/Thunder_Bay America/Pangnirtung',
  'America/Winnipeg': 'America/Rainy_River America/Rankin_Inlet America/Resolute',
  'America/Edmonton': 'America/Cambridge_Bay America/Inuvik America/Yellowknife',
  'America/Halifax': 'America/Moncton America/Glace_Bay America/Goose_Bay',
  'America/Regina': 'America/Swift_Current',
  'Europe/Zurich': 'Europe/Vaduz Europe/Busingen',
  'Europe/Rome': 'Europe/San_Marino Europe/Vatican',
  'Europe/Paris': 'Europe/Monaco',
  'Europe/London': 'Europe/Jersey Europe/Guernsey Europe/Isle_of_Man Europe/Belfast',
  'Australia/Sydney': 'Australia/Hobart Australia/Currie',
  'Asia/Kolkata': 'Asia/Calcutta',
  'Asia/Dubai': 'Asia/Muscat',
}

const leaders = new Map(
  Object.entries(GROUPS).flatMap(([leader, zones]) => zones.split(' ').map(zone => [zone, leader] as const)),
)

/** The zone by which people name the time of this one; itself where it has a name of its own. */
export const zoneNamedAs = (zone: string): string => leaders.get(zone) ?? zone

import { expect, test } from 'vitest'
import { surnameOf } from '../../src/article/second-mention.ts'
import { localeOf } from '../language/locales.ts'

/**
 * Second mentions of people. French keeps the particle after « M. » (Grevisse, § 573: « M. de Villepin », « Mme Le Pen »); English:
 * Guardian style, "de Villepin", "Le Pen"; Dutch: Taalunie, « Tussenvoegsels », a capital where no first name stands before it.
 */
const [fr, en, nl] = await Promise.all(['fr', 'en', 'nl'].map(localeOf))

test.each<[string, string | undefined, string?]>([
  ['Marine Le Pen', 'Le Pen'],
  ['Jean-Marie Le Pen', 'Le Pen'],
  ['Le Pen', undefined],
  ['Dominique de Villepin', 'de Villepin', 'De Villepin'],
  ['Ursula von der Leyen', 'von der Leyen', 'Von der Leyen'],
  ['Alexander De Croo', 'De Croo'],
  ['Maggie De Block', 'De Block'],
  ['Vincent Van Quickenborne', 'Van Quickenborne'],
  ['Herman Van Rompuy', 'Van Rompuy'],
  ['Guy Verhofstadt', 'Verhofstadt'],
  ['Alexander Van der Bellen', 'Van der Bellen'],
  ['Jan van der Meer', 'van der Meer', 'Van der Meer'],
  ['Pieter van den Berg', 'van den Berg', 'Van den Berg'],
  ['Karel Van den Bossche', 'Van den Bossche'],
  ['Luigi Di Maio', 'Di Maio'],
  ['Elio Di Rupo', 'Di Rupo'],
  ['Leonardo da Vinci', 'da Vinci', 'Da Vinci'],
  ['Luiz Inácio Lula da Silva', 'da Silva', 'Da Silva'],
  ['José Manuel dos Santos', 'dos Santos', 'Dos Santos'],
  ['Valéry Giscard d’Estaing', 'Giscard d’Estaing'],
  ["Valéry Giscard d'Estaing", "Giscard d'Estaing"],
  ["Jeanne d'Arc", "d'Arc", "D'Arc"],
  ["Jean d'Ormesson", "d'Ormesson", "D'Ormesson"],
  ['Charles de Gaulle', 'de Gaulle', 'De Gaulle'],
  ['Bruno Le Maire', 'Le Maire'],
  ['Jean-Yves Le Drian', 'Le Drian'],
  ['Nathalie Loiseau', 'Loiseau'],
  ['Jean de La Fontaine', 'de La Fontaine', 'De La Fontaine'],
  ['Arnaud de la Croix', 'de la Croix', 'De la Croix'],
  ['Hubert du Roy', 'du Roy', 'Du Roy'],
  ['Martin Luther King Jr.', 'King'],
  ['Robert Kennedy Jr', 'Kennedy'],
  ['John Smith III', 'Smith'],
  ['Anne Roy', 'Roy'],
  ['Tim Cook', 'Cook'],
  ['Mohammed ben Salmane', 'ben Salmane', 'Ben Salmane'],
  ['Mohammed bin Salman', 'bin Salman', 'Bin Salman'],
  ['Bashar al Assad', 'al Assad', 'Al Assad'],
  ['Bachar al-Assad', 'al-Assad', 'Al-Assad'],
  ["Sophie in 't Veld", "in 't Veld", "In 't Veld"],
  ["Maarten 't Hart", "'t Hart"],
  ['Otto von Bismarck', 'von Bismarck', 'Von Bismarck'],
  ['Frank zu Solms', 'zu Solms', 'Zu Solms'],
  ['Hugo de Jonge', 'de Jonge', 'De Jonge'],
  ['Wouter Bos', 'Bos'],
  ['Lotte Kopecky', 'Kopecky'],
  ['Penélope Cruz', 'Cruz'],
  ['José Ortega y Gasset', 'Ortega y Gasset', 'Ortega y Gasset'],
  ['Carlos Alcaraz', 'Alcaraz'],
  ['Emmanuel Macron', 'Macron'],
  ['Madonna', undefined],
  ['Aya Nakamura', 'Nakamura'],
  ['Benoît Lutgen', 'Lutgen'],
  ['Els Van Hoof', 'Van Hoof'],
  ['Petra De Sutter', 'De Sutter'],
  ['Zuhal Demir', 'Demir'],
  ['Sammy Mahdi', 'Mahdi'],
  ['Tinne Van der Straeten', 'Van der Straeten'],
  ['Ludivine Dedonder', 'Dedonder'],
  ['Jan op de Beeck', 'op de Beeck', 'Op de Beeck'],
  ['Cem Özdemir', 'Özdemir'],
])('%s', (name, expected, dutch = expected) => {
  expect(surnameOf(fr as never, name)).toBe(expected)
  expect(surnameOf(en as never, name)).toBe(expected)
  expect(surnameOf(nl as never, name)).toBe(dutch)
})

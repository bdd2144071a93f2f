import { quoted } from '../process/plain-flow.js';
import { childrenOf, type XmlElement } from '../xml/read-xml.js';

const ISO =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** The `wait` line of a timer event; empty where the event waits for no time that can be read. */
export function timerLine(event: XmlElement, name: string): readonly string[] {
  const timer = childrenOf(event, 'timerEventDefinition')[0];
  const text = (timer && childrenOf(timer, 'timeDuration')[0]?.text.trim()) ?? '';
  const time = durationOf(text);
  if (time === '') return [];
  return [`wait ${time}${name === '' ? '' : ` ${quoted(name)}`}`];
}

function durationOf(text: string): string {
  const parts = ISO.exec(text);
  if (!parts) return '';
  const [, years, months, weeks, days, hours, minutes, seconds] = parts;
  const inMonths = Number(years ?? 0) * 12 + Number(months ?? 0);
  const terms: readonly (readonly [string | undefined, string])[] = [
    [inMonths === 0 ? undefined : String(inMonths), 'month'],
    [weeks, 'w'],
    [days, 'd'],
    [hours, 'h'],
    [minutes, 'm'],
    [seconds, 's'],
  ];
  return terms.flatMap(([amount, unit]) => (amount === undefined ? [] : [`${amount}${unit}`])).join(' ');
}

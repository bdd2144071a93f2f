import type { Calendar, Quantity } from '../shared/index.js';
import { inCalendar, type Step, type ValueStream } from '../stream/index.js';

/**
 * The stream as its text would be read in another calendar: a wait of 2 d is two of the new days, a demand of 40 a
 * month is 40 in one of the new months. What was told in hours and minutes stays, and so does what a change has reckoned.
 */
export function withCalendar(stream: ValueStream, calendar: Calendar): ValueStream {
  const again = (told: Quantity | null) => told && inCalendar(told, calendar);
  const { flow } = stream;
  const step = (one: Step): Step => ({
    ...one,
    processTime: again(one.processTime),
    leadTime: again(one.leadTime),
    everySeconds: again(one.everySeconds),
    changeover: again(one.changeover),
  });
  return {
    ...stream,
    calendar,
    demandPerWeek: again(stream.demandPerWeek),
    steps: stream.steps.map(step),
    people: stream.people.map((person) => ({ ...person, hoursPerWeek: again(person.hoursPerWeek) })),
    flow: {
      ...flow,
      nodes: flow.nodes.map((node) =>
        node.kind === 'WAIT' ? { ...node, time: inCalendar(node.time, calendar) } : node,
      ),
      arcs: flow.arcs.map((arc) => (arc.time ? { ...arc, time: inCalendar(arc.time, calendar) } : arc)),
    },
  };
}

/** true where some number of the stream is another one in that calendar. */
export function restsOnCalendar(stream: ValueStream, calendar: Calendar): boolean {
  const { steps, flow, people, demandPerWeek } = stream;
  const told = [
    demandPerWeek,
    ...steps.flatMap((step) => [step.processTime, step.leadTime, step.everySeconds]),
    ...flow.nodes.map((node) => (node.kind === 'WAIT' ? node.time : null)),
    ...flow.arcs.map((arc) => arc.time),
    ...people.map((person) => person.hoursPerWeek),
  ];
  return told.some((one) => one !== null && inCalendar(one, calendar).likely !== one.likely);
}

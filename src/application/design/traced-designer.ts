import {
  traced,
  type Designed,
  type Designer,
  type DesignKind,
  type DesignQuestion,
  type Tracing,
} from '../ports/index.js';

/** The same designer, which tells of each design what was asked, of how many steps, and how long it took, waiting included. */
export function tracedDesigner(inner: Designer, tracing: Tracing): Designer {
  return {
    design<K extends DesignKind>(question: DesignQuestion<K>, tell?: Parameters<Designer['design']>[1]) {
      let enough = (): void => undefined;
      const designed = traced(
        tracing,
        'design in a thread',
        { kind: 'OWN', told: askedIn(question) },
        (part) => {
          const running = inner.design<K>(question, tell);
          enough = () => running.enough();
          return running.designed.then((made: Designed<K>) => {
            part.tell({ 'headwater.design.ended_early': made.endedEarly });
            return made;
          });
        },
      );
      return { designed, enough: () => enough() };
    },
  };
}

function askedIn(question: DesignQuestion) {
  const { kind, effort, stream } = question;
  const streams = [stream, ...('others' in question ? question.others : [])];
  return {
    'headwater.design.kind': kind,
    'headwater.design.effort': effort,
    'headwater.design.steps': streams.reduce((sum, { steps }) => sum + steps, 0),
  };
}

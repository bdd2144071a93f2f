declare module 'bpmn-moddle' {
  /** Reads BPMN by the rules of its standard. */
  export default class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: readonly { message: string }[] }>;
  }
}

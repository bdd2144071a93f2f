export { default as loadRuntime } from 'highs';

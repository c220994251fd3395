/** A Python file as its text, as the bundler loads it. */
declare module '*.py' {
  const text: string;
  export default text;
}

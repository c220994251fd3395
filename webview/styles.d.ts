// a style sheet imported for the bundle: esbuild writes them all to dist/webview.css
declare module '*.css';

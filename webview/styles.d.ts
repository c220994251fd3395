// the icons’ style sheet, imported for the bundle: esbuild writes it to dist/webview.css
declare module '*.css';

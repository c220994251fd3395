import * as z from 'zod';

// zod tries whether it may compile validators; the page's content security policy refuses, and the browser logs that as
// a violation. Imported before anything that makes a schema.
z.config({ jitless: true });

/** While developing, the pages are served by Angular and the API by the server beside it. */
const port = process.env.API_PORT ?? '3000';

export default {
  '/api': { target: `http://127.0.0.1:${port}`, secure: false, changeOrigin: false },
};

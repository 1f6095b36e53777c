/** A style sheet that comes with the screen that imports it. */
declare module '*.css';

import { createElement, Fragment } from 'preact'

/** What compiled JSX calls, in the few bytes that a window needs: no templates, no serving. */
export const jsx = (type: string, props: object, key?: string) =>
  createElement(type, key === undefined ? props : { ...props, key })

export { Fragment, jsx as jsxs }

import type { html, Token, TreeAdapter, TreeAdapterTypeMap } from 'parse5';
import { type Deadline, limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import { findRole, type Role } from './roles.ts';

/**
 * The page as a tree of linked siblings. Compared with arrays of children it is smaller, and moving a node
 * (which misnested tables make the parser do) costs the same however many siblings there are.
 */
export interface TreeNode {
  /** Tag name in lower case; `#text`, `#document` and `#fragment` for what is no element. */
  name: string;
  role: Role | undefined;
  /** Text of a text node, otherwise empty. */
  text: string;
  attributes: Token.Attribute[];
  namespace: string;
  parent: TreeNode | null;
  firstChild: TreeNode | null;
  lastChild: TreeNode | null;
  previous: TreeNode | null;
  next: TreeNode | null;
  /** The content of a `<template>`, which is never shown. */
  template: TreeNode | null;
}

export interface TreeMap extends TreeAdapterTypeMap {
  node: TreeNode;
  parentNode: TreeNode;
  childNode: TreeNode;
  document: TreeNode;
  documentFragment: TreeNode;
  element: TreeNode;
  commentNode: TreeNode;
  textNode: TreeNode;
  template: TreeNode;
  documentType: TreeNode;
}

/** The value of an attribute; undefined when the element has none of that name. */
export function attribute(node: TreeNode, name: string): string | undefined {
  for (const entry of node.attributes) if (entry.name === name) return entry.value;
  return undefined;
}

const noAttributes: Token.Attribute[] = [];

const createNode = (
  name: string,
  text: string,
  attributes = noAttributes,
  namespace = '',
  role: Role | undefined = undefined,
): TreeNode => ({
  name,
  role,
  text,
  attributes,
  namespace,
  parent: null,
  firstChild: null,
  lastChild: null,
  previous: null,
  next: null,
  template: null,
});

/** Elements whose text is never shown; the parser hands it over and it is let go at once. */
const mute = new Set(['script', 'style', 'noscript', 'iframe', 'noembed', 'noframes']);

function append(parent: TreeNode, node: TreeNode): void {
  node.parent = parent;
  node.previous = parent.lastChild;
  if (parent.lastChild === null) parent.firstChild = node;
  else parent.lastChild.next = node;
  parent.lastChild = node;
}

function insertBefore(parent: TreeNode, node: TreeNode, reference: TreeNode): void {
  node.parent = parent;
  node.next = reference;
  node.previous = reference.previous;
  if (reference.previous === null) parent.firstChild = node;
  else reference.previous.next = node;
  reference.previous = node;
}

function detach(node: TreeNode): void {
  const { parent, previous, next } = node;
  if (parent === null) return;
  if (previous === null) parent.firstChild = next;
  else previous.next = next;
  if (next === null) parent.lastChild = previous;
  else next.previous = previous;
  node.parent = null;
  node.previous = null;
  node.next = null;
}

/**
 * A tree adapter for parse5 that refuses pages with more nodes, deeper nesting or more time than the limits allow,
 * while the page is being parsed.
 */
export function createTreeAdapter(deadline: Deadline): TreeAdapter<TreeMap> {
  let nodes = 0;
  let depth = 0;
  let mode = 'no-quirks' as html.DOCUMENT_MODE;
  const count = () => {
    if ((++nodes & 0xfff) !== 0) return;
    if (nodes > limits.nodes) throw new DocumentRefusal('too-complex');
    deadline.check();
  };
  const createText = (text: string) => {
    count();
    return createNode('#text', text);
  };
  /** Comments and document types are not kept: one detached node stands for all of them. */
  const nothing = createNode('#comment', '');

  return {
    createDocument: () => createNode('#document', ''),
    createDocumentFragment: () => createNode('#fragment', ''),
    createElement(name, namespace, attributes) {
      count();
      return createNode(name, '', attributes, namespace, findRole(name));
    },
    createCommentNode: () => nothing,
    createTextNode: createText,
    appendChild(parent, node) {
      if (node !== nothing) append(parent, node);
    },
    insertBefore(parent, node, reference) {
      if (node !== nothing) insertBefore(parent, node, reference);
    },
    insertText(parent, text) {
      if (mute.has(parent.name)) return;
      const last = parent.lastChild;
      if (last !== null && last.name === '#text') last.text += text;
      else append(parent, createText(text));
    },
    insertTextBefore(parent, text, reference) {
      const before = reference.previous;
      if (before !== null && before.name === '#text') before.text += text;
      else insertBefore(parent, createText(text), reference);
    },
    detachNode: detach,
    /** Only `<html>` and `<body>` adopt attributes, and nothing is read from theirs. */
    adoptAttributes() {},
    setTemplateContent(template, content) {
      template.template = content;
    },
    getTemplateContent: (template) => template.template as TreeNode,
    setDocumentType() {},
    setDocumentMode(_document, value) {
      mode = value;
    },
    getDocumentMode: () => mode,
    getAttrList: (element) => element.attributes,
    getChildNodes(parent) {
      const children: TreeNode[] = [];
      for (let child = parent.firstChild; child !== null; child = child.next) children.push(child);
      return children;
    },
    getFirstChild: (parent) => parent.firstChild,
    getParentNode: (node) => node.parent,
    getTagName: (element) => element.name,
    getNamespaceURI: (element) => element.namespace as html.NS,
    getTextNodeContent: (node) => node.text,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => 'html',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is TreeNode => node.name === '#text',
    isCommentNode: (node): node is TreeNode => node.name === '#comment',
    isDocumentTypeNode: (_node): _node is TreeNode => false,
    isElementNode: (node): node is TreeNode => !node.name.startsWith('#'),
    setNodeSourceCodeLocation() {},
    getNodeSourceCodeLocation: () => undefined,
    updateNodeSourceCodeLocation() {},
    onItemPush() {
      if (++depth > limits.depth) throw new DocumentRefusal('too-complex');
    },
    onItemPop() {
      depth--;
    },
  };
}

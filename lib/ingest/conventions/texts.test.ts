import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

describe("What is embedded", () => {
  it("is read from every place that publishes it, one text a line", () => {
    const spans = [
      {
        name: "ai.embedMany.doEmbed",
        attributes: {
          "ai.operationId": "ai.embedMany.doEmbed",
          "ai.values": ['"refund policy"', '"opening hours"'],
          "ai.embeddings": ["[0.1]", "[0.2]"],
        },
      },
      {
        attributes: {
          "openinference.span.kind": "EMBEDDING",
          "embedding.embeddings.0.embedding.text": "refund policy",
          "embedding.embeddings.0.embedding.vector": [0.1],
          "embedding.embeddings.1.embedding.text": "opening hours",
        },
      },
      {
        attributes: {
          "genkit:type": "action",
          "genkit:metadata:subtype": "embedder",
          "genkit:input": JSON.stringify({
            input: [
              { content: [{ text: "refund policy" }] },
              { content: [{ text: "opening hours" }] },
            ],
          }),
        },
      },
      {
        attributes: {
          "openinference.span.kind": "EMBEDDING",
          "input.value": '{"input":["refund policy","opening hours"],"model":"te-3"}',
        },
      },
    ];
    for (const span of spans) {
      expect(words(span)).toMatchObject({
        kind: "embedding",
        part: "none",
        input: "refund policy\nopening hours",
        output: null,
      });
    }
  });

  it("is text, not somebody's message", () => {
    expect(
      words({
        attributes: {
          "llm.request.type": "embedding",
          "gen_ai.prompt.0.content": "refund policy",
        },
      }).input,
    ).toBe("refund policy");
    expect(
      words({
        attributes: { "gen_ai.operation.name": "embeddings" },
        events: [{ name: "gen_ai.content.prompt", attributes: { "gen_ai.prompt": "refunds" } }],
      }).input,
    ).toBe("refunds");
  });

  it("stays as sent where it holds tokens, and names its model in the request", () => {
    expect(
      reading({
        attributes: {
          "openinference.span.kind": "EMBEDDING",
          "input.value": '{"input":[1212,318],"model":"te-3"}',
        },
      }),
    ).toMatchObject({ input: '{"input":[1212,318],"model":"te-3"}', model: "te-3" });
  });
});

describe("What is searched for", () => {
  it("is the query of the request, whatever its other members", () => {
    expect(
      words({
        attributes: {
          "genkit:type": "action",
          "genkit:metadata:subtype": "retriever",
          "genkit:input": '{"query":{"content":[{"text":"refund policy"}]},"options":{"k":3}}',
        },
      }),
    ).toMatchObject({ kind: "retriever", input: "refund policy" });
    expect(
      words({
        attributes: {
          "gen_ai.span.kind": "RETRIEVER",
          "retrieval.query": "refund policy",
          "input.value": '{"query":"refund policy"}',
        },
      }),
    ).toMatchObject({ kind: "retriever", input: "refund policy" });
  });

  it("is found in a vector database's statement, whichever instrumentation wrote it", () => {
    const statements = [
      { "db.system": "chroma", "db.statement": "refund policy" },
      { "db.system.name": "qdrant", "db.query.text": "refund policy" },
      {
        "spring.ai.kind": "vector_store",
        "db.system": "pg_vector",
        "db.vector.query.content": "refund policy",
      },
      { "gen_ai.operation.name": "vectordb", "db.query.text": "refund policy" },
    ];
    for (const attributes of statements) {
      expect(words({ attributes })).toMatchObject({ kind: "retriever", input: "refund policy" });
    }
  });

  it("is not found in plain SQL", () => {
    expect(
      words({ attributes: { "db.system.name": "postgresql", "db.query.text": "select 1" } }),
    ).toMatchObject({ kind: "other", input: null });
  });

  it("returns what was retrieved as passages", () => {
    expect(
      reading({
        attributes: {
          "langwatch.span.type": "rag",
          "langwatch.rag.contexts": JSON.stringify({
            type: "json",
            value: [{ document_id: "d-1", content: "Thirty days." }],
          }),
        },
      }).passages,
    ).toEqual([{ id: "d-1", text: "Thirty days.", score: null }]);
    expect(
      reading({
        attributes: {
          "genkit:type": "action",
          "genkit:metadata:subtype": "retriever",
          "genkit:output": '{"documents":[{"content":[{"text":"Thirty days."}],"metadata":{}}]}',
        },
      }).passages,
    ).toEqual([{ id: null, text: "Thirty days.", score: null }]);
  });
});

describe("What is ranked", () => {
  it("is the query, or the documents where no query is published", () => {
    expect(
      reading({
        attributes: {
          "openinference.span.kind": "RERANKER",
          "reranker.query": "refund policy",
          "reranker.model_name": "rank-3",
          "reranker.input_documents.0.document.content": "Thirty days.",
        },
      }),
    ).toMatchObject({ kind: "reranker", model: "rank-3", input: "refund policy" });
    expect(
      words({
        attributes: {
          "ai.operationId": "ai.rerank.doRerank",
          "ai.documents": ['"Thirty days."', '{"text":"At nine."}'],
        },
      }),
    ).toMatchObject({ kind: "reranker", input: "Thirty days.\nAt nine." });
  });

  it("is the user's question where documents come as the system's", () => {
    expect(
      words({
        attributes: {
          "llm.request.type": "rerank",
          "gen_ai.prompt.0.role": "system",
          "gen_ai.prompt.0.content": "Thirty days.",
          "gen_ai.prompt.1.role": "user",
          "gen_ai.prompt.1.content": "refund policy",
        },
      }),
    ).toMatchObject({ kind: "reranker", input: "refund policy" });
  });
});

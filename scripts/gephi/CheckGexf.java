import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.gephi.graph.api.AttributeUtils;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.plugin.file.spreadsheet.AbstractImporterSpreadsheet;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens files in Gephi, without its window, and prints what Gephi then has, as one JSON document. Each argument is one
 * graph: a GEXF or GraphML file, or CSV files of nodes and edges with a comma between them.
 *
 * <pre>java -cp gephi-toolkit-0.10.1-all.jar CheckGexf.java graph.gexf nodes.csv,edges.csv</pre>
 */
public class CheckGexf {
    public static void main(String[] graphs) throws Exception {
        LogManager.getLogManager().reset();
        // Importers of Gephi print to standard output.
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Map<String, Object> facts = new LinkedHashMap<>();
        for (String graph : graphs) facts.put(graph, open(projects, graph.split(",")));
        out.println(json(facts));
        out.close();
        // The toolkit leaves threads behind.
        System.exit(0);
    }

    private static Map<String, Object> open(ProjectController projects, String[] files) throws Exception {
        Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
        projects.openWorkspace(workspace);
        List<Object> issues = new ArrayList<>();
        for (String file : files) issues.addAll(open(workspace, new File(file)));
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("issues", issues);
        facts.put("nodeColumns", columns(model.getNodeTable()));
        facts.put("edgeColumns", columns(model.getEdgeTable()));
        facts.put("nodes", Arrays.stream(graph.getNodes().toArray()).map(CheckGexf::node).collect(Collectors.toList()));
        facts.put("edges", Arrays.stream(graph.getEdges().toArray()).map(CheckGexf::edge).collect(Collectors.toList()));
        facts.put("timeFormat", model.getTimeFormat().name());
        facts.put("timeBounds", Arrays.asList(model.getTimeBounds().getLow(), model.getTimeBounds().getHigh()));
        return facts;
    }

    private static List<Object> open(Workspace workspace, File file) throws Exception {
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        FileImporter importer = imports.getFileImporter(file);
        boolean isTable = importer instanceof AbstractImporterSpreadsheet;
        if (isTable) answerWizard((AbstractImporterSpreadsheet) importer, file);
        Container container = imports.importFile(file, importer);
        if (container == null) return List.of(file.getName() + " cannot be opened");
        imports.process(container, isTable ? new AppendProcessor() : new DefaultProcessor(), workspace);
        List<Object> issues = new ArrayList<>();
        for (Iterator<Issue> all = container.getReport().getIssues(100); all.hasNext(); ) {
            Issue issue = all.next();
            issues.add(issue.getLevel() + " " + issue.getMessage());
        }
        return issues;
    }

    /** Answers the wizard for tables as docs/gephi.md says: what Gephi guesses to be time is text. */
    private static void answerWizard(AbstractImporterSpreadsheet table, File file) {
        table.setFile(file);
        table.refreshAutoDetections();
        table.setTimeRepresentation(TimeRepresentation.INTERVAL);
        for (Map.Entry<String, Class> column : new ArrayList<>(table.getColumnsClasses().entrySet())) {
            boolean isTime = AttributeUtils.isDynamicType(column.getValue());
            if (isTime) table.setColumnClass(column.getKey(), String.class);
        }
    }

    /** Type by title. */
    private static Map<String, Object> columns(Table table) {
        Map<String, Object> types = new LinkedHashMap<>();
        for (Column column : table) types.put(column.getTitle(), column.getTypeClass().getSimpleName());
        return types;
    }

    private static Map<String, Object> node(Node node) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", node.getId());
        facts.put("label", node.getLabel());
        facts.put("x", node.x());
        facts.put("y", node.y());
        facts.put("size", node.size());
        facts.put("values", values(node));
        return facts;
    }

    private static Map<String, Object> edge(Edge edge) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", edge.getId());
        facts.put("source", edge.getSource().getId());
        facts.put("target", edge.getTarget().getId());
        facts.put("directed", edge.isDirected());
        facts.put("kind", edge.getTypeLabel());
        facts.put("label", edge.getLabel());
        facts.put("colour", edge.getColor() == null ? null : Arrays.asList(edge.getColor().getRed(),
            edge.getColor().getGreen(), edge.getColor().getBlue()));
        facts.put("intervals", intervals(edge));
        facts.put("values", values(edge));
        return facts;
    }

    /** Pairs of low and high, in milliseconds since 1970, UTC; infinite bounds are null. */
    private static List<Object> intervals(Edge edge) {
        GraphModel model = edge.getTable().getGraph().getModel();
        boolean timed = model.getConfiguration().getTimeRepresentation() == TimeRepresentation.INTERVAL;
        if (!timed || edge.getIntervals() == null) return List.of();
        return Arrays.stream(edge.getIntervals())
            .map((Interval each) -> Arrays.asList(each.getLow(), each.getHigh()))
            .collect(Collectors.toList());
    }

    /** Value by title; what is absent is left out. */
    private static Map<String, Object> values(Element element) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : element.getTable()) {
            Object value = element.getAttribute(column);
            if (value != null && !column.isProperty()) values.put(column.getTitle(), value);
        }
        return values;
    }

    private static String json(Object value) {
        if (value == null) return "null";
        if (value instanceof Map) {
            return ((Map<?, ?>) value).entrySet().stream()
                .map((entry) -> text(String.valueOf(entry.getKey())) + ":" + json(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List) {
            return ((List<?>) value).stream().map(CheckGexf::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value.getClass().isArray()) {
            List<Object> items = new ArrayList<>();
            for (int at = 0; at < Array.getLength(value); at += 1) items.add(Array.get(value, at));
            return json(items);
        }
        if (value instanceof Boolean) return value.toString();
        if (value instanceof Number) {
            return Double.isFinite(((Number) value).doubleValue()) ? value.toString() : "null";
        }
        return text(value.toString());
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : value.toCharArray()) {
            boolean plain = character >= ' ' && character < 127 && character != '"' && character != '\\';
            if (plain) quoted.append(character);
            else quoted.append(String.format("\\u%04x", (int) character));
        }
        return quoted.append('"').toString();
    }
}

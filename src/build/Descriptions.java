import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Collects what the API's description says from the Javadoc it is written in: run by the build as {@code java Descriptions.java SOURCES TARGET}.
 * A line of the target is a name, a tab and a text: {@code room.Type}, {@code room.Type#component}, {@code room.Type#method},
 * {@code room.Type#method#parameter}. A {@code @param} that names nothing stops the build.
 */
class Descriptions extends TreePathScanner<Void, String> {

    /** Short ones stand several in a line. */
    private static final String MORE = "(?:^|;? )@param ";

    private final Map<String, String> found = new TreeMap<>();
    private final Set<String> faults = new HashSet<>();
    private final DocTrees docs;

    private Descriptions(DocTrees docs) {
        this.docs = docs;
    }

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null); Stream<Path> sources = Files.walk(Path.of(arguments[0]))) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources.filter(file -> file.toString().endsWith(".java")).sorted().toList()));
            Descriptions descriptions = new Descriptions(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) { // not compiled: that is somebody else's work
                descriptions.scan(unit, unit.getPackageName() + ".");
            }
            if (!descriptions.faults.isEmpty()) {
                throw new IllegalStateException(String.join("\n", descriptions.faults));
            }
            Files.createDirectories(target.getParent());
            Files.write(target, descriptions.found.entrySet().stream().map(entry -> entry.getKey() + "\t" + entry.getValue()).toList());
        }
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
        String name = outer + type.getSimpleName();
        if (type.getSimpleName().isEmpty()) {
            return null;
        }
        DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
        if (type.getKind() == Tree.Kind.RECORD) {
            note(name, comment);
            parameters(name, comment, type.getMembers().stream().filter(Descriptions::isComponent).map(member -> ((VariableTree) member).getName().toString())
                    .collect(Collectors.toSet()));
        } else if (isMarked(type.getModifiers().getAnnotations(), "JsonSubTypes")) {
            note(name, comment);
        } else if (isMarked(type.getModifiers().getAnnotations(), "ApiResource")) {
            note(name, comment);
            type.getMembers().stream().filter(MethodTree.class::isInstance).map(MethodTree.class::cast).forEach(method -> method(name, method));
        } else {
            type.getMembers().stream().filter(VariableTree.class::isInstance).map(VariableTree.class::cast)
                    .filter(field -> isMarked(field.getModifiers().getAnnotations(), "QueryParam"))
                    .forEach(field -> note(name + "#" + field.getName(), comment(field)));
        }
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree) {
                scan(member, name + "$");
            }
        }
        return null;
    }

    private void method(String type, MethodTree method) {
        if (method.getModifiers().getAnnotations().stream().noneMatch(annotation -> Set.of("GET", "PUT", "POST", "DELETE", "PATCH")
                .contains(annotation.getAnnotationType().toString()))) {
            return;
        }
        String name = type + "#" + method.getName();
        DocCommentTree comment = comment(method);
        note(name, comment);
        parameters(name, comment, method.getParameters().stream().map(parameter -> parameter.getName().toString()).collect(Collectors.toSet()));
    }

    private DocCommentTree comment(Tree member) {
        return docs.getDocCommentTree(new TreePath(getCurrentPath(), member));
    }

    private void note(String name, DocCommentTree comment) {
        String text = comment == null ? "" : text(comment.getFullBody()).split(MORE, 2)[0].strip();
        if (!text.isEmpty() && found.put(name, text) != null) {
            faults.add(name + " is there twice");
        }
    }

    private void parameters(String name, DocCommentTree comment, Set<String> known) {
        if (comment == null) {
            return;
        }
        String tags = comment.getBlockTags().stream().filter(tag -> tag instanceof ParamTree parameter && !parameter.isTypeParameter()).map(ParamTree.class::cast)
                .map(tag -> " @param " + tag.getName() + " " + text(tag.getDescription())).collect(Collectors.joining());
        for (String tag : Stream.of((text(comment.getFullBody()) + tags).split(MORE)).skip(1).toList()) {
            String[] said = tag.split(" ", 2);
            if (!known.contains(said[0])) {
                faults.add(name + " has no " + said[0]);
            } else if (said.length < 2 || said[1].isBlank() || found.put(name + "#" + said[0], said[1].strip()) != null) {
                faults.add(name + " should say once what " + said[0] + " is");
            }
        }
    }

    /** As Markdown, in one line. */
    private static String text(List<? extends DocTree> trees) {
        return trees.stream().map(tree -> switch (tree) {
            case TextTree text -> text.getBody();
            case LiteralTree literal when literal.getKind() == DocTree.Kind.CODE -> "`" + literal.getBody().getBody() + "`";
            case LiteralTree literal -> literal.getBody().getBody();
            case LinkTree link -> link.getLabel().isEmpty() ? "`" + link.getReference().getSignature().replaceFirst(".*[.#]", "") + "`" : text(link.getLabel());
            case EntityTree entity -> Map.of("lt", "<", "gt", ">", "amp", "&", "nbsp", " ").getOrDefault(entity.getName().toString(), entity.toString());
            case StartElementTree start when start.getName().contentEquals("p") -> " ";
            default -> throw new IllegalArgumentException("Say it without " + tree);
        }).collect(Collectors.joining()).replaceAll("\\s+", " ").strip();
    }

    private static boolean isComponent(Tree member) {
        return member instanceof VariableTree field && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static boolean isMarked(List<? extends com.sun.source.tree.AnnotationTree> annotations, String name) {
        return annotations.stream().anyMatch(annotation -> annotation.getAnnotationType().toString().equals(name));
    }
}
